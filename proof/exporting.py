"""The command ``export``: the runs of this machine leave for others."""

import argparse
import dataclasses
from collections.abc import Iterator

from rich.console import Console

from proof import given, words
from proof.errors import ProofError
from proof.programs import interpreters, packages, snippet
from proof.programs.interpreter import Interpreter
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import bundle, card, choice, progress, uncontained
from proof.runs.bundle import Absent
from proof.runs.card import MachineCard
from proof.runs.plan import Plan
from proof.runs.results import Results


def export(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Write all runs of this machine into one file; make first those that are missing.

    What it has run on further interpreters goes with them, and is not made for that.
    What failed here goes with the rest: that it fails is what others want to know.
    """
    machine = _machine(options.name, options.attested)
    wanted = [given.interpreter(python) for python in options.python or ()]
    plans: list[Plan] = []
    others: list[Plan] = []
    absent: Absent = {}
    problems: list[ProofError] = []
    for path in project.snippets():
        try:
            one = snippet.read(project.root, path)
            one.check()
            here, missing = choice.plans(one)
        except ProofError as error:
            problems.append(error)
            continue
        plans += _on(one, wanted) if wanted else here
        others += [] if wanted else choice.others(one)
        why = {name: (error.line, error.problem) for name, error in missing.items()}
        absent |= {path: why} if why else {}
    execute = None
    if options.uncontained:  # enough to judge each: nobody could look at figures
        plans = [dataclasses.replace(one, once=True, contained=False) for one in plans]
        execute = uncontained.execute
    results = Results(project)
    missing = [plan for plan in plans if not results.get(plan)]
    with progress.bar(len(missing), console) as advance:
        results.make(missing, advance, execute=execute)
    made = [one for plan in [*plans, *others] if (one := results.get(plan))]
    problems += [error for one in made if not one.run for error in one.errors]
    runs = [one.run for one in made if one.run]
    failed = sum(bool(one.run and one.errors) for one in made)
    builder = "" if wanted else interpreters.current().name
    try:
        file = bundle.write(options.folder, machine, runs, builder, absent)
    except OSError as error:
        text = words.CANNOT_WRITE.format(error.strerror)
        raise ProofError(options.folder, 1, text) from None
    for error in problems:
        console.print(str(error))
    console.print(words.exported(file, len(runs), failed))
    return 1 if problems else 0


def _machine(name: str, attested: str) -> MachineCard:
    if name and not card.is_line(name, card.LONGEST):
        raise ProofError("--name", 1, words.NAME_WRONG)
    if attested and not card.ADDRESS.fullmatch(attested):
        raise ProofError("--attested", 1, words.ATTESTED_WRONG)
    return card.own(name, attested)


def _on(one: Snippet, wanted: list[Interpreter]) -> Iterator[Plan]:
    """The runs of a program on some interpreters, where it is for them."""
    for python in wanted:
        # A leg of a matrix has no packages beside the interpreter.
        if choice.fits(one, python) and not packages.missing(python, one.dependencies):
            yield from choice.plans_on(one, python)
