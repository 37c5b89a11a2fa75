"""A run as the terminal shows it. Whatever a program printed is data."""

from rich.console import Console

from proof import words
from proof.console import data
from proof.errors import ProofError
from proof.runs.plan import Plan
from proof.runs.results import Result
from proof.show import output, provenance, stacks

LAST_LINES = 15  # of the output of a failed run


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


def _dump(dump: dict) -> list[str]:
    return [dump["command"], *stacks.python_part(dump["text"]).split("\n")]


def _lines(console: Console, lines: list[tuple[float, str]]) -> None:
    for when, text in lines:
        console.print(f"  {when:7.3f}  {data(output.cut(text))}")
