"""Runs as HTML. Whatever a program printed is data and is escaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.results import Result
from proof.runs.run import Run
from proof.show import (
    chart,
    distribution,
    output,
    picture,
    provenance,
    source,
    stacks,
    timeline,
    timings,
)
from proof.show.seen import Timeline

LAST_LINES = 20  # of the output of a run that failed


@dataclass(frozen=True)
class Card:
    """One run as a page shows it.

    Attributes:
        command: The command line.
        result: The run, or why there is none.
        recorded: Whether it was made elsewhere and is kept in git.
        note: Why it is shown, where that is not plain.
        withheld: Whether only how it ended is shown, for others disturbed it.
        running: Whether the run that belongs here is still to be made.
    """

    command: str
    result: Result
    recorded: bool = False
    note: str = ""
    withheld: bool = False
    running: bool = False


def example(snippet: Snippet, cards: list[Card], absent: list[ProofError]) -> str:
    """Show a snippet and its runs.

    Args:
        snippet: What was run.
        cards: Its runs, in the order in which to show them.
        absent: Runs that this machine cannot make, and why.
    """
    badges = ""
    if snippet.wrong:
        badges += f'<span class="proof-wrong">{words.WRONG[snippet.wrong]}</span>'
    if snippet.platform == "linux":
        badges += f'<span class="proof-platform">{words.LINUX_ONLY}</span>'
    for name in snippet.reach:
        badges += f'<span class="proof-reach">{words.REACH[name]}</span>'
    pictures = _pictures(cards)
    together = len(cards) > 1
    parts = [
        f'<div class="proof-title"><code>{escape(snippet.file)}</code>{badges}</div>',
        source.show(snippet),
        *(
            _run(snippet, card, "" if together else picture, _different(cards))
            for card, picture in zip(cards, pictures, strict=True)
        ),
        *(_notice("note", words.NOT_RUN, [error]) for error in absent),
    ]
    if together and any(pictures):
        shown = "".join(
            f"<div>{_command(card)}{picture}</div>"
            for card, picture in zip(cards, pictures, strict=True)
            if picture
        )
        parts.append(f'<div class="proof-pictures">{shown}</div>')
    return _box(snippet.path, parts)


def _pictures(cards: list[Card]) -> list[str]:
    """Draw every run that passed, all on one time scale."""
    timelines: list[Timeline | str] = []
    for card in cards:
        try:
            passed = card.result.run and not card.result.errors and not card.withheld
            timelines.append((passed and timeline.read(card.result.run)) or "")
        except ValueError as error:
            timelines.append(f'<p class="proof-empty">{escape(str(error))}</p>')
    drawn = [one for one in timelines if isinstance(one, Timeline)]
    span = max((one.duration for one in drawn), default=0.0)
    if not any(picture.worth(one) for one in drawn):
        return [one if isinstance(one, str) else "" for one in timelines]
    return [
        picture.draw(one, span) if isinstance(one, Timeline) else one
        for one in timelines
    ]


def _different(cards: list[Card]) -> set[int]:
    """Which lines are not the same in all runs; none where they cannot be compared."""
    runs = [card.result.run for card in cards if not card.withheld]
    texts = [[text for _, text in run.stdout] for run in runs if run]
    if len(texts) < 2 or len({len(lines) for lines in texts}) > 1:
        return set()
    return {i for i, lines in enumerate(zip(*texts, strict=True)) if len({*lines}) > 1}


def broken(path: str, errors: list[ProofError]) -> str:
    """Show why there is nothing to show."""
    return _box(path, [_notice("failure", words.BROKEN, errors)])


def _box(path: str, parts: list[str]) -> str:
    return f'<div class="proof" data-snippet="{escape(path)}">{"".join(parts)}</div>'


def _notice(kind: str, title: str, errors: list[ProofError], more: str = "") -> str:
    lines = "".join(f"<p>{_with_code(error)}</p>" for error in errors)
    return (
        f'<div class="admonition {kind}"><p class="admonition-title">{title}</p>'
        f"{lines}{more}</div>"
    )


def _with_code(error: ProofError) -> str:
    place = f"{error.path}:{error.line}"
    return f"<code>{escape(place)}</code> {escape(error.problem)}"


def _command(card: Card) -> str:
    recorded = f'<span class="proof-recorded">{words.RECORDING}</span>'
    running = f'<span class="proof-awaited">{words.IS_RUNNING}</span>'
    marks = f"{recorded if card.recorded else ''}{running if card.running else ''}"
    return (
        f'<div class="proof-command"><code>{escape(card.command)}</code>{marks}</div>'
    )


def _run(snippet: Snippet, card: Card, picture: str, different: set[int]) -> str:
    run, errors = card.result.run, card.result.errors
    parts = [_command(card)]
    if card.running and run is None:
        return f'<div class="proof-run">{"".join(parts)}</div>'
    if card.withheld:
        parts.append(f'<p class="proof-empty">{words.WITHHELD}</p>')
        parts.append(provenance.without_figures(run))
        return f'<div class="proof-run">{"".join(parts)}</div>'
    if card.note:
        parts.append(f'<p class="proof-empty">{escape(card.note, quote=False)}</p>')
    if errors:
        last = [*run.stdout, *run.stderr][-LAST_LINES:] if run else []
        more = output.lines_of(last) if last else ""
        parts.append(_notice("failure", words.FAILED, errors, more))
    else:
        parts += _passed(snippet, card.command, run, different)
    parts.append(picture)
    if run:
        parts.append(provenance.show(run, snippet.quiet and not snippet.timing))
    kind = "proof-run proof-from-git" if card.recorded else "proof-run"
    return f'<div class="{kind}">{"".join(parts)}</div>'


def _passed(
    snippet: Snippet, command: str, run: Run, different: set[int]
) -> Iterator[str]:
    if snippet.repeat > 1:
        yield distribution.table(command, run)
    elif run.stdout:
        yield output.lines_of(run.stdout, different=different, snippet=snippet)
    elif not run.stderr:
        yield f'<p class="proof-empty">{words.NO_OUTPUT}</p>'
    if snippet.timing:
        yield from _measured(command, run)
    if run.stderr:
        yield f'<p class="proof-label">{words.STDERR}</p>'
        yield output.lines_of(run.stderr, "proof-stderr")
    if run.dumps:
        yield stacks.show(run.dumps, snippet.file)
    if run.left:
        items = "".join(f"<li>{escape(_process(left))}</li>" for left in run.left)
        yield f'<p class="proof-label">{words.LEFT}</p><ul>{items}</ul>'


def _measured(command: str, run: Run) -> Iterator[str]:
    """A plot of what was measured over sizes, and a table of everything else."""
    measured = timings.read(run)
    caption = timings.caption(command, run)
    if grid := chart.read(measured):
        yield chart.show(grid, caption)
    plotted = [timing for row in grid.values() for timing in row.values()]
    yield timings.table([one for one in measured if one not in plotted], caption)


def _process(about: dict) -> str:
    return words.PROCESS.format(**about)
