"""Programs that are run while their pages are already being read."""

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial

from proof.errors import ProofError
from proof.runs import alone
from proof.runs.alone import Patience
from proof.runs.jobs import jobs
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.run import Run

PATIENCE = Patience(rounds=1, seconds=5.0)  # for each quiet one: somebody waits
Made = Callable[[Plan, Result], None]


class Runner:
    """Runs what is wanted in a thread of its own, and what was wanted last first.

    Args:
        results: Where the runs go.
        made: Called in that thread with each plan and what is known of it now.
    """

    def __init__(self, results: Results, made: Made) -> None:
        self.results, self.made = results, made
        self.waiting: dict[str, Plan] = {}  # by key; the first is the next
        self.at_work: set[str] = set()
        self.again: set[str] = set()  # what could not be made at its first try
        self.total = 0
        self.loud, self.quiet = _Spent(), _Spent()
        self.changed = threading.Condition()
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._run, name="runner", daemon=True)
        self.thread.start()

    @property
    def left(self) -> int:
        """How many runs are still to be made."""
        return len(self.waiting) + len(self.at_work)

    @property
    def seconds_left(self) -> float | None:
        """A guess, from what has been made so far; None where that is too little."""
        if self.total - self.left < 10:
            return None
        with self.changed:
            quiet = sum(plan.snippet.quiet for plan in self.waiting.values())
            loud = len(self.waiting) - quiet
        return loud * self.loud.each(0.5) + quiet * self.quiet.each(5.0)

    def want(self, plans: Iterable[Plan], first: bool = True) -> None:
        """Have plans run that nothing is known of yet.

        Args:
            plans: In the order in which to run them, quiet ones after the others.
            first: Whether they go before what is waiting already, or after it.
        """
        new = {plan.key: plan for plan in plans if not self.results.get(plan)}
        new = dict(sorted(new.items(), key=lambda pair: pair[1].snippet.quiet))
        with self.changed:
            for key in self.at_work:
                new.pop(key, None)
            if not self.left:
                self.total = 0
            self.total += sum(key not in self.waiting for key in new)
            rest = {k: plan for k, plan in self.waiting.items() if k not in new}
            before = {k: plan for k, plan in self.waiting.items() if k in new}
            if first:
                self.waiting = new | rest
            else:
                self.waiting = rest | before | new
            self.changed.notify_all()

    def end(self) -> None:
        """End what is under way; nothing that runs were made with is left."""
        self.ended.set()
        with self.changed:
            self.changed.notify_all()
        self.thread.join()

    def _run(self) -> None:
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.waiting or self.ended.is_set())
            if self.ended.is_set():
                return
            # Nothing is ever wanted on a system on which the engine cannot be loaded.
            from proof.runs.slots import Ended, Slots

            try:
                with Slots(jobs(), self.ended) as slots:
                    self._all(slots)
            except Ended:
                return
            except ProofError as error:  # no room for a supervisor
                for plan in [*self.waiting.values()]:
                    self._done(plan, error)

    def _all(self, slots: object) -> None:
        from proof.runs import schedule

        while self.waiting:
            with self.loud:
                schedule.side_by_side(slots, _Loud(self), self._done)
            if self._is_next_quiet():
                one = partial(schedule.one, slots)
                with self.quiet:
                    alone.make([self.take()], one, self._done, PATIENCE)

    def take(self) -> Plan:
        """The next plan, which is waiting no longer."""
        with self.changed:
            key = next(iter(self.waiting))
            self.at_work.add(key)
            return self.waiting.pop(key)

    def _is_next_quiet(self) -> bool:
        with self.changed:
            return any(p.snippet.quiet for p in [*self.waiting.values()][:1])

    def _done(self, plan: Plan, made: Run | ProofError) -> None:
        if isinstance(made, ProofError) and plan.key not in self.again:
            self.again.add(plan.key)  # that need not be the program's fault
            with self.changed:
                self.at_work.discard(plan.key)
                self.waiting[plan.key] = plan
            return
        self.again.discard(plan.key)
        (self.quiet if plan.snippet.quiet else self.loud).made += 1
        result = self.results.note(plan, made)
        with self.changed:
            self.at_work.discard(plan.key)
            self.waiting.pop(plan.key, None)
            self.changed.notify_all()
        self.made(plan, result)


class _Spent:
    """How long runs of one kind take, each on average, side by side or not."""

    def __init__(self) -> None:
        self.seconds, self.made, self.began = 0.0, 0, 0.0

    def __enter__(self) -> None:
        self.began = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.monotonic() - self.began
        self.began = 0.0

    def each(self, otherwise: float) -> float:
        """Seconds for one; a guess where none has been made."""
        now = time.monotonic() - self.began if self.began else 0.0
        return (self.seconds + now) / self.made if self.made else otherwise


class _Loud:
    """What is waiting and need not be alone, up to the next one that has to be."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner

    def __bool__(self) -> bool:
        runner = self.runner
        return bool(runner.waiting) and not runner._is_next_quiet()

    def pop(self) -> Plan:
        return self.runner.take()
