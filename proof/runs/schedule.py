"""Run many snippets: side by side where they may, one by one where they must."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from proof.errors import ProofError
from proof.runs import alone
from proof.runs.alone import Done, Patience
from proof.runs.jobs import jobs
from proof.runs.judging import judge
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.slots import Slots


def execute(
    plans: Iterable[Plan], done: Done, patience: Patience = alone.BUILD
) -> None:
    """Make all runs, and report each as it ends.

    Runs start side by side, those with the longest limits first: always as many as
    there are CPUs, and one more when a place is free and fewer threads want to run
    than there are CPUs, or none has started for `PATIENCE` and fewer want to run than
    a `CROWD`. So programs that wait are packed densely, and programs that compute are
    hardly made to compete. Quiet runs come last, each with the machine to itself; see
    `proof.runs.alone`. One that only judges its program (`Plan.once`) is among them
    where it fails beside others.

    Args:
        plans: What to run.
        done: Called with a plan and its run, or with the reason why there is none.
        patience: With quiet runs that others disturb.
    """
    plans = sorted(plans, key=lambda plan: -plan.snippet.limit)
    quiet = [plan for plan in plans if plan.snippet.quiet and not plan.once]
    others = [plan for plan in plans if not plan.snippet.quiet or plan.once]

    def sort(plan: Plan, made: Run | ProofError) -> None:
        if isinstance(made, Run) and plan.snippet.quiet and judge(plan.snippet, made):
            quiet.append(plan)
        else:
            done(plan, made)

    places = min(jobs(), max(1, len(others)))
    with Slots(places) as slots:
        side_by_side(slots, others[::-1], sort)
        alone.make(quiet, partial(one, slots), done, patience)


def one(
    slots: Slots, plan: Plan, observe: bool = True, repeat: int = 0
) -> Run | ProofError:
    """Make one run with the machine to itself."""
    slots.start(plan, observe, repeat)
    while True:
        for _, result in slots.finished(None):
            return result


class Waiting(Protocol):
    """Plans that wait for a place; a list will do, its last one is the first to go."""

    def __bool__(self) -> bool: ...

    def pop(self) -> Plan: ...


def side_by_side(slots: Slots, waiting: Waiting, done: Done) -> None:
    """Start as many runs as there is room for, until none waits and all have ended."""
    while waiting or slots.busy:
        while waiting and slots.free and slots.has_room():
            slots.start(waiting.pop())
        for plan, result in slots.finished(0.005 if waiting else None):
            done(plan, result)
