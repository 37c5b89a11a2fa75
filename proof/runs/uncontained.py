"""Runs without the engine: by `subprocess` alone, on every system that Python runs on.

Nothing contains such a program: it reaches whatever its user does, and what it leaves
behind may stay. Nobody watches it either, so there is no trace, and nobody knows which
CPU time and memory it took, which processes it left, or whether others disturbed it.
What is known is what its verdict needs: how it ended, and what it printed when.
"""

import datetime
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from proof import words
from proof.errors import ProofError
from proof.runs import started
from proof.runs.alone import Done, Patience
from proof.runs.jobs import jobs
from proof.runs.plan import Plan
from proof.runs.run import SHARES, Run


def execute(
    plans: Iterable[Plan], done: Done, patience: Patience | None = None
) -> None:
    """Make all runs, the quiet ones last and one by one.

    Args:
        plans: What to run.
        done: Called with a plan and its run, or with the reason why there is none.
        patience: Not needed: whether others disturbed a run is not known.
    """
    plans = sorted(plans, key=lambda plan: -plan.snippet.limit)
    loud = [plan for plan in plans if not plan.snippet.quiet]
    pool = ThreadPoolExecutor(jobs())
    try:
        for plan, made in zip(loud, pool.map(make, loud), strict=True):
            done(plan, made)
    finally:  # Ctrl-C waits for no more than what is under way
        pool.shutdown(cancel_futures=True)
    for plan in [plan for plan in plans if plan.snippet.quiet]:
        done(plan, make(plan))


def make(plan: Plan) -> Run | ProofError:
    """Make one run, as often as its program is to be run; or say why there is none."""
    date = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    request = plan.request(observe=False, repeat=plan.repeat)
    try:
        samples = [started.sample(request) for _ in range(request.repeat)]
    except OSError as error:
        return ProofError(plan.snippet.file, 1, words.NOT_MADE.format(error))
    first = {key: value for key, value in samples[0].items() if key not in SHARES}
    return Run(
        origin=plan.origin(),
        command=plan.command,
        label=plan.interpreter.label,
        date=date,
        peak_rss=None,
        dumps=[],
        trace=None,
        samples=samples,
        **first,
    )
