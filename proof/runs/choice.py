"""Which runs show a snippet on this machine, and which it cannot make."""

import contextlib
import os
import sys

from packaging.requirements import Requirement

from proof import words
from proof.errors import ProofError
from proof.programs import interpreters, packages
from proof.programs.interpreter import Interpreter
from proof.programs.snippet import Snippet
from proof.runs.adopted import adopted
from proof.runs.machine import groups, tool
from proof.runs.plan import Plan


def plans(snippet: Snippet) -> tuple[list[Plan], dict[str, ProofError]]:
    """Say which runs show a snippet on this machine.

    Returns:
        The runs, and what cannot be run here and why, by interpreter, or by "" for
        every interpreter: what this machine does not have is no fault of the snippet.

    Raises:
        ProofError: An interpreter lacks a package that the snippet names.
    """
    if held := adopted():
        own = interpreters.newest(snippet.requires_python)
        names = {*snippet.pythons, *([own.name] if own else [])}
        every = [one for one in interpreters.available() if one.name in names]
        found = [plan for one in every for plan in plans_on(snippet, one)]
        return found, held.lacks(snippet.path, snippet.digest)
    if lack := lacking(snippet):
        return [], {"": lack}
    absent: dict[str, ProofError] = {}
    chosen = []
    own = interpreters.newest(snippet.requires_python)
    if own and (without := lacks(snippet, own)):
        text = words.NO_GROUP.format(without[0], own.label, snippet.group)
        return [], {"": ProofError(snippet.file, snippet.line_of("group"), text)}
    if own:
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


def others(snippet: Snippet) -> list[Plan]:
    """Runs that would show a snippet on further interpreters that are here."""
    try:
        shown = {(plan.interpreter.name, plan.args) for plan in plans(snippet)[0]}
    except ProofError:  # said where it is to be shown
        return []
    found: list[Plan] = []
    for one in interpreters.available():
        with contextlib.suppress(ProofError):  # it lacks a package
            found += plans_on(snippet, one) if fits(snippet, one) else []
    return [one for one in found if (one.interpreter.name, one.args) not in shown]


def lacking(snippet: Snippet) -> ProofError | None:
    """Say what this machine lacks to run a snippet, whatever the interpreter."""
    if snippet.platform not in (None, sys.platform):
        key, text = "platform", words.OTHER_PLATFORM.format(snippet.platform)
    elif missing := " ".join(name for name in snippet.needs if not tool(name)):
        key, text = "needs", words.NO_TOOL.format(missing)
    elif "cgroup" in snippet.reach and not groups():
        key, text = "reach", words.NO_GROUPS
    else:
        return None
    return ProofError(snippet.file, snippet.line_of(key), text)


def fits(snippet: Snippet, interpreter: Interpreter) -> bool:
    """Whether a snippet may be run here on an interpreter."""
    if adopted():
        return bool(plans_on(snippet, interpreter))
    return (
        not lacking(snippet)
        and interpreter.version in snippet.requires_python
        and not lacks(snippet, interpreter)
    )


def lacks(snippet: Snippet, interpreter: Interpreter) -> list[Requirement]:
    """What an interpreter lacks of packages that a builder need not have."""
    return packages.missing(interpreter, snippet.dependencies) if snippet.group else []


def plans_on(snippet: Snippet, interpreter: Interpreter) -> list[Plan]:
    """The runs of a snippet on one interpreter, one for each list of arguments.

    With ``PROOF_ONCE=1`` in the environment nobody looks at figures: each program that
    measures time is run a single time, which judges it.

    Raises:
        ProofError: The interpreter lacks a package that the snippet names.
    """
    once = os.environ.get("PROOF_ONCE") == "1"
    if held := adopted():
        name, digest = interpreter.name, snippet.digest
        found = ((args, held.runs.get((digest, args, name))) for args in snippet.args)
        return [
            Plan(snippet, args, interpreter, once or run.origin.get("once", False))
            for args, run in found
            if run
        ]
    for wanted in packages.missing(interpreter, snippet.dependencies):
        line = snippet.line_of("dependencies")
        text = words.NO_PACKAGE.format(wanted, interpreter.label)
        raise ProofError(snippet.file, line, text)
    return [Plan(snippet, args, interpreter, once) for args in snippet.args]
