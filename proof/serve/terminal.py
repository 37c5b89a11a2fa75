"""What a server's terminal shows: how far its programs are, and which failed."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rich import progress
from rich.console import Console

from proof import words
from proof.serve.runner import Runner

log = logging.getLogger("mkdocs.plugins.proof")
EVERY = 10.0  # seconds between two lines where there is no terminal


@contextmanager
def told(runner: Runner) -> Iterator[None]:
    """Say how many runs are left: by a bar, or where there is no terminal by lines."""
    ended = threading.Event()
    console = Console(stderr=True, markup=False, emoji=False)
    tell = _bar if console.is_terminal else _lines
    teller = threading.Thread(target=tell, args=[runner, ended, console], daemon=True)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()


def _lines(runner: Runner, ended: threading.Event, console: Console) -> None:
    while not ended.wait(EVERY):
        if runner.left:
            log.info(words.left(runner.left, runner.seconds_left))


def _bar(runner: Runner, ended: threading.Event, console: Console) -> None:
    columns = (
        progress.TextColumn(words.RUNNING),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeRemainingColumn(),
    )
    while not ended.wait(0.2):
        if not runner.left:
            continue
        with progress.Progress(*columns, console=console, transient=True) as live:
            for handler in logging.getLogger("mkdocs").handlers:
                if isinstance(handler, logging.StreamHandler):
                    handler.setStream(sys.stderr)  # which writes above the bar now
            task = live.add_task("", total=runner.total)
            while runner.left and not ended.wait(0.2):
                done = runner.total - runner.left
                live.update(task, total=runner.total, completed=done)
        for handler in logging.getLogger("mkdocs").handlers:
            if isinstance(handler, logging.StreamHandler):
                handler.setStream(sys.stderr)
