"""What the engine costs each run, beside what the program itself costs."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.runs import schedule
from proof.runs.machine import ENVIRONMENT
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.store import Store
from proof.supervise import procfs
from proof.supervise.containment import LINUX

TRIVIAL = '"""A claim."""\nprint("done")\n'
TWENTY_THREADS = '''"""Twenty threads compute and pause in turn."""
import threading
import time


def work():
    while time.monotonic() < deadline:
        sum(range(2_000))
        time.sleep(0.001)


deadline = time.monotonic() + SECONDS
threads = [threading.Thread(target=work) for _ in range(20)]
for thread in threads:
    thread.start()
'''


@dataclass(frozen=True)
class Cost:
    """Seconds, all medians of one batch except the last.

    Attributes:
        alone: Of ``python file.py``.
        run: Of the same program as a run: made, observed and stored.
        added: Of the differences between each run and the call right after it.
        start: What the first run of the batch took longer than the others.
    """

    alone: float
    run: float
    added: float
    start: float


def cost_of_a_run(folder: Path, runs: int) -> Cost:
    """Run a trivial program many times, through the engine and without it, in turn.

    Args:
        folder: Where the program and the store are written; empty.
        runs: How many; two at least.
    """
    runs_took: list[float] = []
    calls_took: list[float] = []
    store = Store(folder / "store")
    plans = _plans(folder, TRIVIAL, runs)
    began = time.monotonic()

    def done(plan: Plan, run: Run | ProofError) -> None:
        nonlocal began
        store.put(plan.key, _passed(run))
        between = time.monotonic()
        runs_took.append(between - began)
        subprocess.run(
            [sys.executable, folder / plan.snippet.file, *plan.args],
            env=ENVIRONMENT | {"PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        # The one slot is idle until this function returns.
        began = time.monotonic()
        calls_took.append(began - between)

    with _one_slot():
        schedule.execute(plans, done)
    first, *later = runs_took
    added = [run - call for run, call in zip(later, calls_took[1:], strict=True)]
    return Cost(
        alone=median(calls_took),
        run=median(later),
        added=median(added),
        start=first - median(later),
    )


def cores_taken_by_trace(folder: Path, runs: int) -> list[float]:
    """Say which share of one core a slot takes that observes twenty busy threads.

    Args:
        folder: Where the program is written; empty.
        runs: How many values are wanted.

    Returns:
        The slot's CPU time by the run's wall time; none where there is no trace.
    """
    if not (LINUX and procfs.can_trace()):
        return []
    spent: list[float] = []
    walls: list[float] = []

    def done(plan: Plan, run: Run | ProofError) -> None:
        walls.append(_passed(run).wall)
        [keeper] = psutil.Process().children()
        [slot] = keeper.children()
        nanoseconds = Path(f"/proc/{slot.pid}/schedstat").read_text().split()[0]
        spent.append(int(nanoseconds) / 1e9)

    with _one_slot():
        # The first run only sets the mark from which the second is counted.
        source = TWENTY_THREADS.replace("SECONDS", "1.5")
        schedule.execute(_plans(folder, source, runs + 1), done)
    marks = zip(spent, spent[1:], walls[1:], strict=False)
    return [(after - before) / wall for before, after, wall in marks]


def long_run(folder: Path) -> Run:
    """Observe twenty busy threads for ten seconds.

    Args:
        folder: Where the program is written; empty.
    """
    made: list[Run] = []
    header = "# /// script\n# [tool.proof]\n# limit = 30\n# ///\n"
    source = header + TWENTY_THREADS.replace("SECONDS", "10")
    with _one_slot():
        plans = _plans(folder, source, 1)
        schedule.execute(plans, lambda _, run: made.append(_passed(run)))
    return made[0]


def _plans(folder: Path, source: str, number: int) -> list[Plan]:
    """As many runs of one program, told apart by an argument that it ignores."""
    file = folder / "snippets" / "measured.py"
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf-8")
    one = snippet.read(folder, "measured.py")
    here = interpreters.current()
    return [Plan(one, (str(i),), here) for i in range(number)]


def _passed(run: Run | ProofError) -> Run:
    if isinstance(run, ProofError):
        raise run
    if run.outcome != 0:
        raise RuntimeError(f"{run.command}: {run.stderr}")
    return run


@contextlib.contextmanager
def _one_slot() -> Iterator[None]:
    before = os.environ.copy()
    os.environ["PROOF_JOBS"] = "1"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
