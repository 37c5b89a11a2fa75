"""What a run cost, and where it was made: the lines below its output."""

from html import escape

from proof import words
from proof.runs import outcome
from proof.runs.run import Run


def show(run: Run, quiet: bool) -> str:
    """As HTML; see `lines`."""
    return _html(lines(run, quiet))


def lines(run: Run, quiet: bool) -> tuple[str, str]:
    """Say what a run cost, and where it was made.

    Args:
        run: What happened.
        quiet: Whether it was meant to have the machine to itself.
    """
    cost = [
        outcome.ended(run.outcome),
        words.WALL.format(words.seconds(run.wall)),
        *([] if run.uncontained else _watched(run)),
        *([_disturbed(run)] if quiet and run.disturbed else []),
    ]
    return " · ".join(cost), _place(run)


def without_figures(run: Run) -> str:
    """Say how a run ended and where it was made, and nothing measured, as HTML."""
    how = f"{outcome.ended(run.outcome)} · {_disturbed(run)}"
    return _html((how, _place(run)))


def _watched(run: Run) -> list[str]:
    return [
        words.CPU.format(words.seconds(run.cpu)),
        words.MEMORY.format(words.mebibytes(run.peak_rss)),
    ]


def _disturbed(run: Run) -> str:
    return words.UNWATCHED if run.uncontained else words.DISTURBED


def _html(lines: tuple[str, str]) -> str:
    text = "<br>".join(map(escape, lines))
    return f'<p class="proof-provenance" data-search-exclude>{text}</p>'


def _place(run: Run) -> str:
    machine = run.origin["machine"]
    place = [
        run.label,
        f"{machine['system']} {machine['release']} {machine['architecture']}",
        words.core_count(machine["cores"]),
        words.UTC.format(run.date[:16].replace("T", " ")),
        *_kept(run),
    ]
    return " · ".join(place)


def _kept(run: Run) -> list[str]:
    """What of its containment a run did not have."""
    if run.uncontained:
        return [words.WITHOUT_ENGINE]
    return [] if run.origin["machine"]["system"] == "Linux" else [words.UNCONTAINED]
