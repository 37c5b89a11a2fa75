"""What each command of the command line does; all return an exit code."""

import argparse
import dataclasses
import os
from collections import defaultdict
from functools import partial
from pathlib import Path

from rich.console import Console

from proof import serve_site, words
from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.programs.interpreters import Interpreter
from proof.project import Project
from proof.runs import alone, choice, progress, recordings, upkeep
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.runs.run import Run
from proof.runs.store import Store
from proof.show import provenance, stacks

LAST_LINES = 15  # of the output of a failed run


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
        console.print(words.NOT_RUN, str(error), markup=False)
    for error in errors:
        console.print(str(error), markup=False)
    for plan, result in sorted(made, key=lambda pair: pair[0].snippet.path):
        for error in result.errors:
            errors.append(error)
            console.print(f"\n{error}\n  {plan.command}", markup=False)
            if result.run:
                _print_lines(
                    console, [*result.run.stdout, *result.run.stderr][-LAST_LINES:]
                )
    if errors:
        console.print(f"\n{words.failures(len(errors))}", markup=False)
    return 1 if errors else 0


def run(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run one snippet as the site would; show what it printed, did and left."""
    [path] = _chosen(project, [options.path])
    one = snippet.read(project.root, path)
    one.check()
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
        _show(console, plan, result)

    Results(project, fresh=True).make(plans, show)
    for error in absent.values():
        console.print(words.NOT_RUN, str(error), markup=False)
    return 1 if failed or not plans else 0


def record(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Run one snippet on an interpreter that builders may lack, and keep the runs."""
    if options.stale:
        return 0 if upkeep.renew(project, partial(console.print, markup=False)) else 1
    if not options.path or not options.python:
        raise ProofError("record", 1, words.RECORD_WHAT)
    [path] = _chosen(project, [options.path])
    one = snippet.read(project.root, path)
    one.check()
    failed = False

    def keep(plan: Plan, result: Result) -> None:
        nonlocal failed
        problems = result.errors or upkeep.refusal(plan, result.run)
        if not problems:
            file = recordings.write(project, plan, result.run)
            console.print(words.RECORDED.format(file.relative_to(project.root)))
        else:
            failed = True
            _show(console, plan, Result(result.run, problems))

    plans = choice.plans_on(one, _interpreter(options.python))
    Results(project, fresh=True).make(plans, keep, alone.RECORD)
    return 1 if failed else 0


def list_all(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Print every snippet with its claim, its pages and the runs stored of it."""
    pages = defaultdict(list)
    for reference in project.references():
        pages[reference.path].append(f"{reference.page}:{reference.line}")
    stored: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for one in Store(project.store).runs():
        stored[one.origin["path"], one.origin["snippet"]].append(one)
    code = 0
    for path in project.snippets():
        console.print(f"snippets/{path}", style="bold")
        try:
            one = snippet.read(project.root, path)
        except ProofError as error:
            console.print(f"  {error}", markup=False)
            code = 1
            continue
        console.print(f"  {one.claim}", markup=False)
        console.print(f"  {', '.join(pages[path]) or words.NO_PAGE}", markup=False)
        for made in sorted(stored[path, one.digest], key=lambda made: made.date):
            text = f"  {made.date}  {made.label}  {made.command}"
            console.print(text, markup=False)
    for reference in project.references():
        if not (project.root / "snippets" / reference.path).is_file():
            code = 1
    for path in sorted(set(pages) - set(project.snippets())):
        for error in project.missing(path):
            console.print(str(error), markup=False)
    return code


def serve(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Serve the site; see `serve_site.serve`."""
    return serve_site.serve(project, options.port)


def _interpreter(wanted: str) -> Interpreter:
    if found := interpreters.find(wanted):
        return found
    have = ", ".join(one.name for one in interpreters.available())
    raise ProofError("--python", 1, words.NO_SUCH_PYTHON.format(wanted, have))


def _chosen(project: Project, paths: list[Path]) -> list[str]:
    """Snippets by file or folder, as given from the working directory or the root."""
    everything = project.snippets()
    if not paths:
        return everything
    folder = project.root / "snippets"
    chosen: list[str] = []
    for path in paths:
        spots = (Path.cwd() / path, project.root / path, folder / path)
        spot = next((spot for spot in spots if spot.exists()), None)
        name = os.path.relpath(spot, folder) if spot else ""
        found = [
            one for one in everything if one == name or one.startswith(name + os.sep)
        ]
        if name == ".":
            found = everything
        if not found:
            raise ProofError(path, 1, words.NO_SNIPPET)
        chosen += found
    return list(dict.fromkeys(chosen))


def _show(console: Console, plan: Plan, result: Result) -> None:
    console.print(f"$ {plan.command}", style="bold")
    made = result.run
    if made:
        _print_lines(console, made.stdout)
        for title, lines in (
            (words.STDERR, made.stderr),
            (words.DUMPS, [(0.0, _dump(dump)) for dump in made.dumps]),
            (words.LEFT, [(0.0, words.PROCESS.format(**p)) for p in made.left]),
        ):
            if lines:
                console.print(title, style="italic")
                _print_lines(console, lines)
        console.print(
            "\n".join(provenance.lines(made, plan.snippet.quiet)), style="dim"
        )
    for error in result.errors:
        console.print(str(error), style="red", markup=False)


def _dump(dump: dict) -> str:
    return f"{dump['command']}\n{stacks.python_part(dump['text'])}"


def _print_lines(console: Console, lines: list[tuple[float, str]]) -> None:
    for when, text in lines:
        console.print(f"  {when:7.3f}  {text}", markup=False)
