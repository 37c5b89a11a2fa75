"""The runs that a page needs: from the store, or made now and then stored."""

import datetime
import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from proof import words
from proof.errors import ProofError
from proof.programs import asking
from proof.programs.message import Message
from proof.project import Project
from proof.runs import alone
from proof.runs.adopted import Adopted, adopted
from proof.runs.alone import Patience
from proof.runs.judging import declared, judge, unsaid
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.store import Store

log = logging.getLogger("proof.store")  # a strict build stands all the same
Progress = Callable[[Plan, "Result"], None]
Execute = Callable[[Iterable[Plan], alone.Done, Patience], None]


@dataclass(frozen=True)
class Result:
    """What is known of one plan.

    Attributes:
        run: The run, or None where none could be made.
        errors: In which way it is not what the snippet declares; none when it passed.
        messages: What it had to print when it was judged.
    """

    run: Run | None
    errors: list[ProofError] = field(default_factory=list)
    messages: tuple[Message, ...] = ()


class Results:
    """Results by plan, kept for as long as the process lives.

    A run that failed is not stored, but it is remembered here: while a page is being
    edited, such a snippet is not run again until its own bytes change, and the next
    build runs it anew. That none could be made is remembered until it is forgotten.
    A quiet run that others disturbed is stored for want of a better one: the next
    process makes it anew, if the machine is calm when it first meets one.

    Args:
        project: Whose snippets are run, and whose store is used.
        fresh: Whether to disregard runs that were stored before; the default is what
            ``PROOF_FRESH=1`` says.
    """

    def __init__(self, project: Project, fresh: bool | None = None) -> None:
        self.store = Store(project.store)
        asking.remember_in(project.store)
        self.fresh = os.environ.get("PROOF_FRESH") == "1" if fresh is None else fresh
        self.began = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.known: dict[str, Result] = {}
        self.provisional: set[str] = set()  # keys of what an earlier process stored
        self.warned = False

    def get(self, plan: Plan) -> Result | None:
        """Return what is known of a plan, or None where it has to be run."""
        key = plan.key
        if held := adopted():
            return self._adopted(plan, held)
        if key not in self.known and not self.fresh and (found := self._stored(plan)):
            said = plan.snippet.messages
            self.known[key] = Result(found, unsaid(plan.snippet, found), said)
            if not is_final(plan, found):
                self.provisional.add(key)
        known = self.known.get(key)
        if known and known.run and known.messages != plan.snippet.messages:
            return self.note(plan, known.run)  # a page says something else of it now
        return known

    def stamp(self, plan: Plan) -> str:
        """Tell the stored run of a plan from any other, without reading it.

        Returns:
            "" where there is none that counts.
        """
        if adopted():
            return plan.key
        return "" if self.fresh else self.store.stamp(plan.key)

    def forget(self, plan: Plan) -> None:
        """Have a plan tried again, if there is no run of it.

        That need not be the program's fault: the machine may have lacked something.
        """
        if plan.key in self.known and self.known[plan.key].run is None:
            del self.known[plan.key]

    def make(
        self,
        plans: Iterable[Plan],
        progress: Progress,
        patience: Patience = alone.BUILD,
        execute: Execute | None = None,
    ) -> None:
        """Run what has to be run, and store what passed.

        Args:
            plans: What is needed; what is known is not run again, but for what an
                earlier process had to leave disturbed.
            progress: Called after each run that was made.
            patience: With quiet runs that others disturb.
            execute: What runs them; the engine without it.
        """

        def done(plan: Plan, made: Run | ProofError) -> None:
            progress(plan, self.note(plan, made))

        missing = {plan.key: plan for plan in plans if self._is_missing(plan)}
        if missing:
            if execute is None:  # a build whose runs are stored needs none of it
                from proof.runs.schedule import execute

            execute(missing.values(), done, patience)
            if not self.fresh:  # then all that is needed has been looked up, and used
                self.store.prune()

    def note(self, plan: Plan, made: Run | ProofError) -> Result:
        """Judge a run, or take notice that there is none; store it if it passed."""
        if isinstance(made, ProofError):
            result = Result(None, [made])
        else:
            said = plan.snippet.messages
            result = Result(made, judge(plan.snippet, made), said)
            if not result.errors:
                self._keep(plan, made)
        self.known[plan.key] = result
        return result

    def _adopted(self, plan: Plan, held: Adopted) -> Result:
        key, one = plan.key, plan.snippet
        if key not in self.known:
            run = held.runs[one.digest, plan.args, plan.interpreter.name]
            self.known[key] = Result(run, judge(one, run), one.messages)
        return self.known[key]

    def stored(self, plan: Plan) -> Run | None:
        """Return what is known of a plan, and remember nothing."""
        if held := adopted():
            return self._adopted(plan, held).run
        return self._stored(plan)

    def _stored(self, plan: Plan) -> Run | None:
        found = self.store.get(plan.key)
        # What lies under a key need not be what was put there; and a program that
        # passed by an older engine's rules is judged by these. What pages say of it is
        # no reason to run it again.
        is_this = found and found.origin == plan.origin()
        return found if is_this and not declared(plan.snippet, found) else None

    def _is_missing(self, plan: Plan) -> bool:
        if not self.get(plan):
            return True
        if plan.key in self.provisional and self._is_calm:
            self.provisional.remove(plan.key)
            return True
        return False

    @cached_property
    def _is_calm(self) -> bool:
        """Asked once: an editor who waits for a page must not wait for these, too."""
        return alone.is_calm()

    def _keep(self, plan: Plan, run: Run) -> None:
        if not is_final(plan, run) and self._stored(plan):  # which is no worse
            return
        try:
            self.store.put(plan.key, run)
        except OSError as error:
            if not self.warned:
                text = words.STORE_UNUSABLE.format(error.strerror)
                log.warning("%s", ProofError(self.store.folder, 1, text))
            self.warned = True


def is_final(plan: Plan, made: Run) -> bool:
    """Whether a run need not be made again: not where it is quiet and was disturbed."""
    return not (plan.snippet.quiet and made.disturbed) or made.uncontained
