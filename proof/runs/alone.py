"""Quiet runs: each with the machine to itself, and again where others disturbed it."""

import dataclasses
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from proof.errors import ProofError
from proof.runs.answer import Sample
from proof.runs.judging import judge, undisturbed
from proof.runs.plan import Plan
from proof.runs.run import Run, is_disturbed
from proof.supervise import neighbours
from proof.supervise.request import TIMINGS

Done = Callable[[Plan, Run | ProofError], None]
Make = Callable[..., Run | ProofError]  # of a plan, whether to trace it, how often


@dataclass(frozen=True)
class Patience:
    """How long to go on making runs again that others disturbed.

    Attributes:
        rounds: How often at most each of them is made again.
        seconds: After which none is begun.
        wait: Whether to wait, within these seconds, until others use no CPU.
    """

    rounds: int
    seconds: float
    wait: bool = False


BUILD = Patience(rounds=3, seconds=60.0)
CELL = Patience(rounds=0, seconds=0.0)  # a cell has a limit; it takes a recording
RECORD = Patience(rounds=40, seconds=120.0, wait=True)
LONG, FEW = 1.0, 3  # what takes more seconds than that repeats much itself: fewer runs
CALM = 0.25  # seconds during which others are watched


def make(
    plans: Iterable[Plan], run: Make, done: Done, patience: Patience = BUILD
) -> None:
    """Make all runs, one by one; those that others disturbed again, when all are made.

    A program that failed counts as failed when one of its undisturbed runs did, or when
    patience is at its end. A single run that judges a program (`Plan.once`) is made
    again only where it failed.

    Args:
        plans: Of what.
        run: Makes one run.
        done: Called with a plan and its run, or with the reason why there is none.
        patience: How long to go on.
    """
    put_back: list[tuple[Plan, Run]] = []

    def sort(plan: Plan, made: Run | ProofError) -> None:
        if isinstance(made, Run) and _worth_another(plan, made):
            put_back.append((plan, made))
        else:
            done(plan, made)

    for plan in plans:
        sort(plan, _first(plan, run))
    deadline = time.monotonic() + patience.seconds
    for _ in range(patience.rounds):
        disturbed, put_back[:] = put_back[:], []
        for plan, made in disturbed:
            if patience.wait:
                _wait_for_calm(deadline)
            late = time.monotonic() >= deadline
            sort(plan, made if late else _again(plan, made, run))
    for plan, made in put_back:
        done(plan, made)


def _worth_another(plan: Plan, made: Run) -> bool:
    if plan.once:
        return bool(made.disturbed and judge(plan.snippet, made))
    if undisturbed(plan.snippet, made):
        return False
    return bool(made.disturbed) or made.disturbed_trace


def _timed(plan: Plan) -> bool:
    """Whether its samples are made unobserved, and its trace in a run of its own."""
    return plan.snippet.timing and not plan.once


def _first(plan: Plan, run: Make) -> Run | ProofError:
    if not _timed(plan):
        return run(plan)
    made = run(plan, observe=False, repeat=FEW)
    if not isinstance(made, Run):
        return made
    if min(one["wall"] for one in made.samples) <= LONG:
        made = _longer(made, run(plan, observe=False, repeat=TIMINGS - FEW))
    return _traced(made, run(plan, repeat=1))


def _again(plan: Plan, made: Run, run: Make) -> Run:
    """Make those parts of a run anew that were disturbed."""
    if made.disturbed:
        observe = not _timed(plan)
        made = _mended(made, run(plan, observe=observe, repeat=made.disturbed))
    if _timed(plan) and made.disturbed_trace:
        made = _traced(made, run(plan, repeat=1))
    return made


def _longer(made: Run, more: Run | ProofError) -> Run:
    if isinstance(more, ProofError):
        return made
    return dataclasses.replace(made, samples=made.samples + more.samples)


def _traced(made: Run, observed: Run | ProofError) -> Run:
    if isinstance(observed, ProofError):
        return made
    return dataclasses.replace(made, trace=observed.trace)


def _mended(made: Run, new: Run | ProofError) -> Run:
    """A run whose disturbed samples are those of another."""
    if isinstance(new, ProofError):
        return made
    fresh = iter(new.samples)
    samples = [
        _instead(one, next(fresh)) if is_disturbed(one) else one for one in made.samples
    ]
    # All else that a run says is of its first sample.
    if not is_disturbed(made.samples[0]):
        return dataclasses.replace(made, samples=samples)
    return dataclasses.replace(new, samples=samples, trace=new.trace or made.trace)


def _instead(old: Sample, new: Sample) -> Sample:
    return new | {"remade": old.get("remade", 0) + 1}


def _wait_for_calm(deadline: float) -> None:
    while time.monotonic() < deadline and not is_calm():
        pass


def is_calm() -> bool:
    """Whether others let the machine alone for `CALM`, during which this waits."""
    before = neighbours.look()
    time.sleep(CALM)
    load = neighbours.load(before, neighbours.look(), 0.0)
    return not is_disturbed({"load": load, "delay": 0.0})
