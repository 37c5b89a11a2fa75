"""Every word of the engine that a reader of the site or of its messages sees.

A translation replaces this module and nothing else.
"""

from typing import TYPE_CHECKING

from proof.supervisor import MAX_OUTPUT, MAX_PROCESSES

if TYPE_CHECKING:
    from proof.run import Run

# On the page.
OUTPUT = "Output"
STDERR = "Standard error"
NO_OUTPUT = "It prints nothing."
LEFT = "Left behind, and ended by the site:"
DUMPS = "Where every process stood at the limit"
MORE_LINES = "… and {} more lines"
WRONG = {
    "races": "races",
    "deadlocks": "deadlocks",
    "raises": "raises",
    "leaks": "leaks",
    "hangs": "hangs",
}
UNCONTAINED = "no trace, and no containment beyond the process group"
LINUX_ONLY = "Linux only"
FAILED = "This program failed when the page was built."
NOT_RUN = "Not run here."
BROKEN = "This example cannot be shown."
PROCESS = "process {pid}, state {state}, parent {parent}: {command}"


def provenance(run: "Run") -> tuple[str, str]:
    """What a run cost, and where it was made."""
    machine = run.origin["machine"]
    return (
        " · ".join(
            (
                outcome(run.outcome),
                f"{seconds(run.wall)} wall time",
                f"{seconds(run.cpu)} CPU time",
                f"{mebibytes(run.peak_rss)} peak memory",
            )
        ),
        " · ".join(
            (
                run.label,
                f"{machine['system']} {machine['release']} {machine['architecture']}",
                core_count(machine["cores"]),
                f"{run.date[:16].replace('T', ' ')} UTC",
                *([] if machine["system"] == "Linux" else [UNCONTAINED]),
            )
        ),
    )


def seconds(number: float) -> str:
    """``"38 ms"``, ``"1.24 s"``."""
    return f"{number * 1000:.0f} ms" if number < 0.1 else f"{number:.2f} s"


def mebibytes(number: int) -> str:
    """``"12 MiB"``, from bytes."""
    return f"{number / (1 << 20):.0f} MiB"


def core_count(number: int) -> str:
    """``"1 core"``, ``"2 cores"``."""
    return f"{number} core" if number == 1 else f"{number} cores"


def outcome(value: int | str) -> str:
    """How a run ended, for the provenance line."""
    if isinstance(value, int):
        return f"exit code {value}"
    if value == "hang":
        return "ended at its time limit"
    if value in _LIMITS:
        return f"ended: {_LIMITS[value]}"
    return f"ended by {value}"


def happened(value: int | str, limit: float) -> str:
    """How a run ended, as the beginning of a message."""
    if isinstance(value, int):
        return f"ended with exit code {value}; its last output says why"
    if value == "hang":
        return (
            f"was still running at its limit of {limit:g} s; "
            "make it shorter, or set limit in [tool.proof]"
        )
    if value in _LIMITS:
        return f"was ended: {_LIMITS[value]}"
    return f"was ended by {value}"


def declared(value: int | str) -> str:
    """What a snippet announces, for a message."""
    if isinstance(value, int):
        return f"exit code {value}"
    return "a hang" if value == "hang" else value


_LIMITS = {
    "output": f"more than {MAX_OUTPUT >> 20} MiB of output",
    "processes": f"more than {MAX_PROCESSES} processes at one time",
    "storm": "processes that start others and end, without end",
}

# On the terminal.
RUNNING = "Running"
NO_PAGE = "shown by no page"


def failures(number: int) -> str:
    """The last line of a check that failed."""
    return f"{number} failure" if number == 1 else f"{number} failures"


def ran(total: int, failed: int, wall: float) -> str:
    """One line when all runs are made."""
    noun = "program" if total == 1 else "programs"
    text = f"Ran {total} {noun} in {wall:.1f} s"
    return text + (f", {failed} failed." if failed else ".")


# In messages.
NOT_AS_DECLARED = "{}, but its header declares {}; correct the one that is wrong"
STDERR_UNDECLARED = (
    "wrote to standard error; mend the cause, "
    "or announce it with stderr in [tool.proof]"
)
STDERR_MISSING = "its header announces {!r} on standard error, and it did not come"
LEFT_UNDECLARED = (
    "left processes behind ({}); wait for them, or set linger in [tool.proof]"
)
NO_INTERPRETER = (
    "needs Python {}, and this machine has none; uv python install brings it"
)
NO_PACKAGE = "needs the package {}, and {} does not have it; pip install it"
NO_SUCH_PYTHON = "{} is not on this machine, which has {}; uv python install brings it"
NO_SNIPPET = "is no snippet and holds none; name a file or a folder below snippets/"
OTHER_PLATFORM = "runs on {} only"
PORT_IN_USE = "port {} cannot be used ({}); choose another: make serve PORT=8001"
ENGINE_SAVED = "The engine was saved: starting again"
SUPERVISOR_DIED = "its supervisor died; run it again"
