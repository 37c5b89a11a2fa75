"""How a run ended, in words."""

from proof import words
from proof.supervise.request import (
    MAX_DISK,
    MAX_LINES,
    MAX_MEMORY,
    MAX_OUTPUT,
    MAX_PROCESSES,
)

LIMITS = {
    name: text.format(
        output=MAX_OUTPUT >> 20,
        lines=MAX_LINES,
        processes=MAX_PROCESSES,
        memory=MAX_MEMORY >> 30,
        disk=MAX_DISK >> 20,
    )
    for name, text in words.LIMITS.items()
}


def ended(value: int | str) -> str:
    """For the line below a run: ``"exit code 0"``, ``"ended by SIGKILL"``.

    Args:
        value: As `proof.runs.run.Run.outcome` gives it.
    """
    if isinstance(value, int):
        return words.EXIT_CODE.format(_code(value))
    if value == "hang":
        return words.AT_TIME_LIMIT
    if value in LIMITS:
        return words.AT_LIMIT.format(LIMITS[value])
    return words.BY_SIGNAL.format(value)


def happened(value: int | str, limit: float) -> str:
    """For the beginning of a message about a snippet.

    Args:
        value: See `ended`.
        limit: Seconds that the run might take.
    """
    if isinstance(value, int):
        return words.ENDED_WITH_CODE.format(_code(value))
    if value == "hang":
        return words.STILL_RUNNING.format(limit)
    if value in LIMITS:
        return words.WAS_ENDED.format(LIMITS[value])
    return words.WAS_ENDED_BY.format(value)


def _code(value: int) -> int | str:
    """An exit code; what Windows says of a crash, as it is written everywhere."""
    return value if value <= 255 else f"0x{value:08X}"


def declared(value: int | str) -> str:
    """What a snippet announces, for a message."""
    if isinstance(value, int):
        return words.EXIT_CODE.format(value)
    return words.A_HANG if value == "hang" else value
