"""The runs that a page needs: from the store, or made now and then stored."""

import datetime
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from proof import interpreters, run, words
from proof.errors import ProofError
from proof.project import Project
from proof.run import Plan, Run
from proof.snippet import Snippet
from proof.store import Store

Progress = Callable[[Plan, "Result"], None]


@dataclass(frozen=True)
class Result:
    """What is known of one plan.

    Attributes:
        run: The run, or None where none could be made.
        errors: In which way it is not what the snippet declares; none when it passed.
    """

    run: Run | None
    errors: list[ProofError] = field(default_factory=list)


def plans(snippet: Snippet) -> tuple[list[Plan], dict[str, ProofError]]:
    """Say which runs show a snippet on this machine.

    Returns:
        The runs, and what cannot be run here and why, by interpreter, or by "" for
        every interpreter: what this machine does not have is no fault of the snippet.

    Raises:
        ProofError: An interpreter lacks a package that the snippet names.
    """
    if not fits_platform(snippet):
        text = words.OTHER_PLATFORM.format(snippet.platform)
        error = ProofError(snippet.file, snippet.line_of("platform"), text)
        return [], {"": error}
    if missing := " ".join(name for name in snippet.needs if not run.tool(name)):
        text = words.NO_TOOL.format(missing)
        return [], {"": ProofError(snippet.file, snippet.line_of("needs"), text)}
    absent: dict[str, ProofError] = {}
    chosen = []
    if own := interpreters.newest(snippet.requires_python):
        chosen.append(own)
    else:
        text = words.NO_INTERPRETER.format(snippet.requires_python)
        line = snippet.line_of("requires-python")
        absent[str(snippet.requires_python)] = ProofError(snippet.file, line, text)
    for wanted in snippet.pythons:
        if found := interpreters.find(wanted):
            chosen.append(found)
        else:
            text = words.NO_INTERPRETER.format(wanted)
            line = snippet.line_of("pythons")
            absent[wanted] = ProofError(snippet.file, line, text)
    chosen = sorted(set(chosen), key=interpreters.order)
    return [plan for one in chosen for plan in plans_on(snippet, one)], absent


def fits_platform(snippet: Snippet) -> bool:
    """Whether a snippet is legal on this system."""
    return snippet.platform in (None, sys.platform)


def fits(snippet: Snippet, interpreter: interpreters.Interpreter) -> bool:
    """Whether a snippet may be run here on an interpreter."""
    return (
        fits_platform(snippet)
        and all(map(run.tool, snippet.needs))
        and interpreter.version in snippet.requires_python
    )


def plans_on(snippet: Snippet, interpreter: interpreters.Interpreter) -> list[Plan]:
    """The runs of a snippet on one interpreter, one for each list of arguments.

    Raises:
        ProofError: The interpreter lacks a package that the snippet names.
    """
    have = interpreters.packages(interpreter, snippet.dependencies)
    for wanted in snippet.dependencies:
        if wanted.name not in have or have[wanted.name] not in wanted.specifier:
            raise ProofError(
                snippet.file,
                snippet.line_of("dependencies"),
                words.NO_PACKAGE.format(wanted, interpreter.label),
            )
    return [Plan(snippet, args, interpreter) for args in snippet.args]


class Results:
    """Results by plan, kept for as long as the process lives.

    A failed run is not stored, but it is remembered here: while a page is being
    edited, a snippet that fails is not run again until its own bytes change.

    Args:
        project: Whose snippets are run, and whose store is used.
        fresh: Whether to disregard runs that were stored before; the default is what
            ``PROOF_FRESH=1`` says.
    """

    def __init__(self, project: Project, fresh: bool | None = None) -> None:
        self.store = Store(project.store)
        interpreters.remember_in(project.store)
        self.fresh = os.environ.get("PROOF_FRESH") == "1" if fresh is None else fresh
        self.began = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self.known: dict[str, Result] = {}

    def get(self, plan: Plan) -> Result | None:
        """Return what is known of a plan, or None where it has to be run."""
        key = plan.key
        if key not in self.known and not self.fresh:
            found = self.store.get(key)
            # A program that passed by an older engine's rules is judged by these.
            if found and not run.judge(plan.snippet, found):
                self.known[key] = Result(found)
        return self.known.get(key)

    def make(self, plans: Iterable[Plan], progress: Progress) -> None:
        """Run what has to be run, and store what passed.

        Args:
            plans: What is needed; what is known is not run again.
            progress: Called after each run that was made.
        """

        def done(plan: Plan, made: Run | ProofError) -> None:
            if isinstance(made, ProofError):
                result = Result(None, [made])
            else:
                result = Result(made, run.judge(plan.snippet, made))
            if not result.errors and not (plan.once and plan.snippet.timing):
                self.store.put(plan.key, made)
            self.known[plan.key] = result
            progress(plan, result)

        missing = {plan.key: plan for plan in plans if not self.get(plan)}
        if missing:
            from proof import schedule  # a build whose runs are stored needs none of it

            schedule.run(missing.values(), done)
