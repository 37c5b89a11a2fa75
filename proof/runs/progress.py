"""A progress bar over runs; on a terminal a live one, in a log its last line."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich import progress
from rich.console import Console

from proof import words
from proof.runs import refused
from proof.runs.plan import Plan
from proof.runs.results import Progress, Result


@contextmanager
def bar(
    total: int, console: Console | None = None, times: int = 1
) -> Iterator[Progress]:
    """Show how many runs have been made.

    Args:
        total: How many there will be.
        console: Where to draw; standard error without it.
        times: How often each is made.
    """
    console = console or Console(stderr=True, markup=False, emoji=False)
    began = time.monotonic()
    made = failed = disturbed = 0
    columns = (
        progress.TextColumn("{task.description}", markup=False),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeElapsedColumn(),
    )
    with progress.Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as live:
        task = live.add_task(words.RUNNING, total=total * times)

        def advance(plan: Plan, result: Result) -> None:
            nonlocal made, failed, disturbed
            made += 1
            failed += bool(result.errors)
            known = plan.snippet.quiet and result.run and not result.run.uncontained
            disturbed += bool(known and result.run.disturbed)
            live.update(task, advance=1, description=repr(plan.snippet.path)[1:-1])

        yield advance
    wall = time.monotonic() - began
    often = -(-made // max(total, 1))
    text = words.ran(total, often, failed, disturbed, wall)
    console.print(text, highlight=False)
    for text in refused.unsaid():
        console.print(text, highlight=False)
