"""What a run cost, and where it was made: the lines below its output."""

from proof import words
from proof.runs import outcome
from proof.runs.run import Run


def lines(run: Run, quiet: bool) -> tuple[str, str]:
    """Say what a run cost, and where it was made.

    Args:
        run: What happened.
        quiet: Whether it was meant to have the machine to itself.
    """
    cost = [
        outcome.ended(run.outcome),
        words.WALL.format(words.seconds(run.wall)),
        words.CPU.format(words.seconds(run.cpu)),
        words.MEMORY.format(words.mebibytes(run.peak_rss)),
        *([words.DISTURBED] if quiet and run.disturbed else []),
    ]
    return " · ".join(cost), _place(run)


def without_figures(run: Run) -> tuple[str, str]:
    """Say how a run ended and where it was made, and nothing that was measured."""
    return f"{outcome.ended(run.outcome)} · {words.DISTURBED}", _place(run)


def _place(run: Run) -> str:
    machine = run.origin["machine"]
    place = [
        run.label,
        f"{machine['system']} {machine['release']} {machine['architecture']}",
        words.core_count(machine["cores"]),
        words.UTC.format(run.date[:16].replace("T", " ")),
        *([] if machine["system"] == "Linux" else [words.UNCONTAINED]),
    ]
    return " · ".join(place)
