"""One run as HTML: its command, its output, what it cost and where it was made."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from html import escape

from proof import words
from proof.errors import ProofError
from proof.programs.snippet import Snippet
from proof.runs.results import Result
from proof.runs.run import Run
from proof.show import chart, distribution, output, provenance, stacks, timings

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


def show(
    snippet: Snippet, card: Card, picture: str = "", different: Container[int] = ()
) -> str:
    """Show one run.

    Args:
        snippet: What was run.
        card: The run.
        picture: Drawn from its trace; "" for none.
        different: The lines of output to mark.
    """
    run, errors = card.result.run, card.result.errors
    parts = [_command(card)]
    if card.withheld:
        why = words.WITHHELD_UNWATCHED if run.uncontained else words.WITHHELD
        parts.append(f'<p class="proof-empty">{why}</p>')
        parts.append(provenance.without_figures(run))
    elif run or not card.running:
        if card.note:
            note = escape(card.note, quote=False)
            parts.append(f'<p class="proof-empty">{note}</p>')
        if errors:
            last = [*run.stdout, *run.stderr][-LAST_LINES:] if run else []
            more = output.lines_of(last) if last else ""
            parts.append(notice("failure", words.FAILED, errors, more))
        else:
            parts += _passed(snippet, card.command, run, different)
        if picture and snippet.timing:  # what it measured is the answer
            picture = folded(words.PICTURE, picture)
        parts.append(picture)
        if run:
            parts.append(provenance.show(run, snippet.quiet and not snippet.timing))
    kind = "proof-run proof-from-git" if card.recorded else "proof-run"
    return f'<div class="{kind}">{"".join(parts)}</div>'


def notice(kind: str, title: str, errors: list[ProofError], more: str = "") -> str:
    """Say what was not as it should be."""
    lines = "".join(f"<p>{_with_code(error)}</p>" for error in errors)
    return (
        f'<div class="admonition {kind}"><p class="admonition-title">{title}</p>'
        f"{lines}{more}</div>"
    )


def folded(title: str, html: str) -> str:
    """What not every reader looks for, folded."""
    return f'<details class="proof-more"><summary>{title}</summary>{html}</details>'


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


def _passed(
    snippet: Snippet, command: str, run: Run, different: Container[int]
) -> Iterator[str]:
    shown = output.lines_of(run.stdout, different=different, snippet=snippet)
    printed = shown if run.stdout else ""
    if snippet.repeat > 1:
        yield distribution.table(command, run)
    elif snippet.timing and (measured := "".join(_measured(command, run))):
        yield measured + folded(words.PRINTED, printed)
    elif printed:
        yield printed
    elif not run.stderr:
        yield f'<p class="proof-empty">{words.NO_OUTPUT}</p>'
    if run.stderr:
        yield f'<p class="proof-label">{words.STDERR}</p>'
        yield output.lines_of(run.stderr, "proof-stderr")
    if run.dumps:
        yield stacks.show(run.dumps, snippet.file)
    if run.left:
        items = "".join(
            f"<li>{escape(words.PROCESS.format(**left))}</li>" for left in run.left
        )
        yield f'<p class="proof-label">{words.LEFT}</p><ul>{items}</ul>'


def _measured(command: str, run: Run) -> Iterator[str]:
    """A plot of what was measured over sizes, and a table of everything else."""
    measured = timings.read(run)
    caption = timings.caption(command, run)
    if grid := chart.read(measured):
        yield chart.show(grid, caption)
    plotted = [timing for row in grid.values() for timing in row.values()]
    yield timings.table([one for one in measured if one not in plotted], caption)
