"""The command ``check``: the rules, and then the programs, each run afresh."""

import argparse
import dataclasses
from collections.abc import Iterator
from contextlib import suppress

from rich.console import Console

from proof import changed, given, terminal, words
from proof.errors import ProofError
from proof.load import load
from proof.programs import messages, snippet
from proof.project import Project
from proof.rules import check as rules
from proof.rules import runs
from proof.rules.site import Site
from proof.runs import choice, progress, recordings
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.run import is_disturbed
from proof.show import output
from proof.worlds import compiled

Made = list[tuple[Plan, Result]]


def check(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Apply the rules, and run programs; report each failure with place and reason."""
    site = Site(project)
    programs, pages = given.several(site, options.paths)
    errors: list[ProofError] = []
    if options.only != "runs":
        errors += rules.check(site, programs, pages)
        console.print(words.looked(len(programs), len(pages)))
    if options.changed:
        files = changed.files(project.root)
        said = {one.program for one in messages.read(project.root) if one.file in files}
        programs = [
            path for path in programs if f"snippets/{path}" in files or path in said
        ]
    if options.only != "runs":
        errors += _outdated(project, programs)
    if options.only == "rules":
        programs = []
    plans, absent, unfit = _plans(project, programs, options.python or ())
    told = set(map(str, errors))
    errors += [error for error in unfit if str(error) not in told]
    made: Made = []
    if plans:
        doubted = compiled.contradicted(project, {plan.snippet for plan in plans})
        first = [plan for plan in plans if plan.snippet.path in doubted]
        if first:
            console.print(words.come_first(len(first)))
        with load(options.load):
            rest = [plan for plan in plans if plan.snippet.path not in doubted]
            made = _run(project, console, [first, rest], options.times)
    for error in absent:
        console.print(words.NOT_RUN, str(error))
    for error in errors:
        console.print(str(error))
    for plan, result in sorted(made, key=lambda pair: pair[0].snippet.path):
        for error in result.errors or _against_rules(site, plan, result, options):
            errors.append(error)
            terminal.failure(console, plan, result, error)
    if errors:
        console.print(f"\n{words.failures(len(errors))}")
    return 1 if errors else 0


def _outdated(project: Project, programs: list[str]) -> Iterator[ProofError]:
    """Recordings of some programs that no page can show any more."""
    for path in programs:
        with suppress(ProofError):  # which running it tells of
            yield from recordings.faults(project, snippet.read(project.root, path))


def _plans(
    project: Project, programs: list[str], pythons: list[str]
) -> tuple[list[Plan], list[ProofError], list[ProofError]]:
    """The runs of some programs, what cannot be run here, and what cannot be run."""
    wanted = [given.interpreter(python) for python in pythons]
    plans: list[Plan] = []
    absent: list[ProofError] = []
    unfit: list[ProofError] = []
    for path in programs:
        try:
            one = snippet.read(project.root, path)
            one.check()
            for python in wanted:
                if choice.fits(one, python):
                    plans += choice.plans_on(one, python)
            if not wanted:
                here, elsewhere = choice.plans(one)
                plans += here
                absent += elsewhere.values()
        except ProofError as error:
            unfit.append(error)
    return [dataclasses.replace(one, once=True) for one in plans], absent, unfit


def _run(
    project: Project, console: Console, lists: list[list[Plan]], times: int
) -> Made:
    """Run all of each list in turn, so many times, or until one has failed."""
    made: Made = []
    with progress.bar(sum(map(len, lists)), console, times) as advance:

        def note(plan: Plan, result: Result) -> None:
            made.append((plan, result))
            advance(plan, result)

        for _ in range(times):
            for plans in lists:
                Results(project, fresh=True).make(plans, note)
            if any(result.errors for _, result in made):
                break
    return made


def _against_rules(
    site: Site, plan: Plan, result: Result, options: argparse.Namespace
) -> list[ProofError]:
    """What a run that passed breaks of the rules."""
    if options.only == "runs":
        return []
    one = plan.snippet
    printed = [output.seen(text) for _, text in result.run.stdout]
    errors = runs.too_wide(one, site, printed)
    if not options.load and runs.too_long(one, _wall(result)):
        # Others may have been the reason, of our own or not: once more, alone.
        alone: Made = []
        again = Results(site.project, fresh=True)
        again.make([plan], lambda plan, result: alone.append((plan, result)))
        for _, second in alone:
            if second.run and not is_disturbed(second.run.samples[0]):
                errors += runs.too_long(one, _wall(second))
    return errors


def _wall(result: Result) -> float:
    """Seconds of the shortest run, if there are several."""
    return min(sample["wall"] for sample in result.run.samples)
