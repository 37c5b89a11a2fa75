"""A run as the terminal shows it. Whatever a program printed is data."""

import re
import sys

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.show import output, provenance, stacks

LAST_LINES = 15  # of the output of a failed run
# What tells a terminal something, or the reading order of a line; a tab is harmless.
CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class _Console(Console):
    """Prints text alone: names of files, claims and messages may hold anything."""

    def print(self, *objects: object, **how: object) -> None:
        super().print(*(map(_text, objects)), **how)


def _text(given: object) -> object:
    if isinstance(given, str):
        return "\n".join(map(data, given.split("\n")))
    return given


def console() -> Console:
    """Where commands print: no text is taken for markup, and none cannot be encoded."""
    if sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    return _Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


def show(console: Console, plan: Plan, result: Result) -> None:
    """Print all about a run: output, what it left, its cost, and what is wrong."""
    console.print(f"$ {data(plan.command)}", style="bold")
    made = result.run
    if made:
        _lines(console, made.stdout)
        for title, lines in (
            (words.STDERR, made.stderr),
            (words.DUMPS, [(0.0, x) for dump in made.dumps for x in _dump(dump)]),
            (words.LEFT, [(0.0, words.PROCESS.format(**p)) for p in made.left]),
        ):
            if lines:
                console.print(title, style="italic")
                _lines(console, lines)
        cost = provenance.lines(made, plan.snippet.quiet)
        console.print("\n".join(cost), style="dim")
    for error in result.errors:
        console.print(data(str(error)), style="red")


def failure(console: Console, plan: Plan, result: Result, error: ProofError) -> None:
    """Print what is wrong with a run, and the last that it printed."""
    console.print(f"\n{data(str(error))}\n  {data(plan.command)}")
    if result.run:
        _lines(console, [*result.run.stdout, *result.run.stderr][-LAST_LINES:])


def data(text: str) -> str:
    """A text that can tell the reader's terminal nothing, nor forge a line on it."""
    return CONTROL.sub(_picture, text)


def _picture(found: re.Match) -> str:
    # Unicode's pictures of control characters; those above 127 have none.
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _dump(dump: dict) -> list[str]:
    return [dump["command"], *stacks.python_part(dump["text"]).split("\n")]


def _lines(console: Console, lines: list[tuple[float, str]]) -> None:
    for when, text in lines:
        console.print(f"  {when:7.3f}  {data(output.cut(text))}")
