"""What each command of the command line does; all return an exit code."""

import argparse
from collections import defaultdict
from functools import partial

from rich.console import Console

from proof import given, terminal, words
from proof.errors import NoSnippet, ProofError
from proof.programs import snippet
from proof.project import Project
from proof.runs import alone, choice, recordings
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.store import Store


def run(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run one snippet as the site would; show what it printed, did and left."""
    one = given.one(project, options.path)
    if options.python:
        plans, absent = choice.plans_on(one, given.interpreter(options.python)), {}
    else:
        plans, absent = choice.plans(one)
    if args:
        plans = list({Plan(one, args, plan.interpreter): 0 for plan in plans})
    failed = False

    def show(plan: Plan, result: Result) -> None:
        nonlocal failed
        failed = failed or bool(result.errors)
        terminal.show(console, plan, result)

    Results(project, fresh=True).make(plans, show)
    for error in absent.values():
        console.print(words.NOT_RUN, str(error))
    return 1 if failed or not plans else 0


def record(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run one snippet on an interpreter that builders may lack, and keep the runs."""
    from proof.runs import upkeep  # which loads the engine

    if options.stale:
        return 0 if upkeep.renew(project, partial(console.print, markup=False)) else 1
    if not options.path or not options.python:
        raise ProofError("record", 1, words.RECORD_WHAT)
    one = given.one(project, options.path)
    failed = False

    def keep(plan: Plan, result: Result) -> None:
        nonlocal failed
        problems = result.errors or upkeep.refusal(plan, result.run)
        if not problems:
            file = recordings.write(project, plan, result.run)
            console.print(words.RECORDED.format(file.relative_to(project.root)))
        else:
            failed = True
            terminal.show(console, plan, Result(result.run, problems))

    plans = choice.plans_on(one, given.interpreter(options.python))
    Results(project, fresh=True).make(plans, keep, alone.RECORD)
    return 1 if failed else 0


def list_all(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Print every snippet with its claim, its pages and the runs stored of it."""
    pages = defaultdict(list)
    for reference in project.references():
        pages[reference.path].append(reference)
    stored = defaultdict(list)
    for made in Store(project.store).runs():
        stored[made.origin["path"], made.origin["snippet"]].append(made)
    wrong: list[ProofError] = []
    for path in project.snippets():
        console.print(f"snippets/{path}", style="bold")
        try:
            one = snippet.read(project.root, path)
            one.check()
        except ProofError as error:
            wrong.append(error)
            console.print(f"  {error}")
            continue
        shown = [f"{reference.page}:{reference.line}" for reference in pages[path]]
        console.print(f"  {one.claim}")
        console.print(f"  {', '.join(shown) or words.NO_PAGE}")
        for made in sorted(stored[path, one.digest], key=lambda made: made.date):
            console.print(f"  {made.date}  {made.label}  {made.command}")
    for path in sorted(pages):
        try:
            project.locate(path)
        except NoSnippet as error:
            for reference in pages[path]:
                wrong.append(ProofError(reference.page, reference.line, error.problem))
                console.print(str(wrong[-1]))
    return 1 if wrong else 0
