"""What each command of the command line does; all return an exit code."""

import argparse
import dataclasses
import os
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path

from rich.console import Console

from proof import terminal, words
from proof.errors import NoSnippet, ProofError
from proof.programs import interpreters, snippet
from proof.programs.interpreter import Interpreter
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import alone, choice, progress, recordings, upkeep
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.store import Store


def check(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run snippets afresh; report each failure with its place, reason and output."""
    pythons = [_interpreter(wanted) for wanted in options.python or ()]
    plans: list[Plan] = []
    errors: list[ProofError] = []
    absent: list[ProofError] = []
    for path in _chosen(project, options.paths):
        try:
            one = snippet.read(project.root, path)
            one.check()
            if pythons:
                for python in pythons:
                    if choice.fits(one, python):
                        plans += choice.plans_on(one, python)
            else:
                here, elsewhere = choice.plans(one)
                plans += here
                absent += elsewhere.values()
        except ProofError as error:
            errors.append(error)
    made: list[tuple[Plan, Result]] = []
    with progress.bar(len(plans), console) as advance:

        def note(plan: Plan, result: Result) -> None:
            made.append((plan, result))
            advance(plan, result)

        once = [dataclasses.replace(plan, once=True) for plan in plans]
        Results(project, fresh=True).make(once, note)
    for error in absent:
        console.print(words.NOT_RUN, str(error))
    for error in errors:
        console.print(str(error))
    for plan, result in sorted(made, key=lambda pair: pair[0].snippet.path):
        for error in result.errors:
            errors.append(error)
            terminal.failure(console, plan, result, error)
    if errors:
        console.print(f"\n{words.failures(len(errors))}")
    return 1 if errors else 0


def run(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run one snippet as the site would; show what it printed, did and left."""
    one = _one(project, options.path)
    if options.python:
        plans, absent = choice.plans_on(one, _interpreter(options.python)), {}
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
    if options.stale:
        return 0 if upkeep.renew(project, partial(console.print, markup=False)) else 1
    if not options.path or not options.python:
        raise ProofError("record", 1, words.RECORD_WHAT)
    one = _one(project, options.path)
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

    plans = choice.plans_on(one, _interpreter(options.python))
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


def serve(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Become ``mkdocs serve``, on loopback; see `proof.serve`."""
    command = [sys.executable, "-m", "mkdocs", "serve"]
    command += ["--config-file", str(project.root / "mkdocs.yml")]
    command += ["--dev-addr", f"127.0.0.1:{options.port}"]
    os.execv(sys.executable, command)


def _interpreter(wanted: str) -> Interpreter:
    if found := interpreters.find(wanted):
        return found
    have = ", ".join(one.name for one in interpreters.available())
    raise ProofError("--python", 1, words.NO_SUCH_PYTHON.format(wanted, have))


def _one(project: Project, path: Path) -> Snippet:
    """The snippet that a command is about."""
    paths = _chosen(project, [path])
    if len(paths) > 1:
        raise ProofError(path, 1, words.NOT_ONE.format(len(paths)))
    one = snippet.read(project.root, paths[0])
    one.check()
    return one


def _chosen(project: Project, paths: list[Path]) -> list[str]:
    """Snippets by file or folder, as given from the working directory or the root."""
    everything = project.snippets()
    if not paths:
        return everything
    chosen: list[str] = []
    for path in paths:
        spot = _spot(project, path)
        name = os.path.relpath(spot, project.root / "snippets") if spot else ""
        found = [
            one
            for one in everything
            if name in (".", one) or one.startswith(name + os.sep)
        ]
        if not found:
            raise ProofError(path, 1, words.NO_SNIPPET)
        chosen += found
    return list(dict.fromkeys(chosen))


def _spot(project: Project, path: Path) -> Path | None:
    places = (Path.cwd(), project.root, project.root / "snippets")
    spots = [place / path for place in places]
    return next((spot for spot in spots if os.path.lexists(spot)), None)
