"""Every program of the site, on every interpreter that this machine has."""

import dataclasses
import os
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from pytest_examples import CodeExample, EvalExample

from proof.programs import interpreters, packages, snippet
from proof.programs.interpreter import Interpreter
from proof.project import Project
from proof.rules import programs
from proof.rules.runs import too_wide
from proof.rules.site import Site
from proof.runs import choice, judging, machine, recordings, upkeep
from proof.runs.plan import Plan
from proof.runs.results import Result, Results
from proof.show import output
from tests.conftest import BUILD_SECONDS, ROOT, Built

PROJECT = Project(ROOT)
SITE = Site(PROJECT)
PATHS = SITE.programs
INTERPRETERS = interpreters.available()


def test_there_are_programs_to_check():
    assert len(PATHS) >= 30


def test_no_interpreter_that_is_required_is_missing():
    required = os.environ.get("PROOF_REQUIRE", interpreters.current().name).split()
    assert required
    have = {interpreter.name for interpreter in INTERPRETERS}
    assert not [name for name in required if name not in have]


def test_where_all_interpreters_are_required_so_is_what_programs_need():
    needs = {name for path in PATHS for name in snippet.read(ROOT, path).needs}
    missing = sorted(name for name in needs if not machine.tool(name))
    assert not missing or "PROOF_REQUIRE" not in os.environ


@cache
def _made(interpreter: Interpreter) -> dict[tuple[str, tuple], Result]:
    """Run every program on one interpreter, side by side, but what the site has run."""
    plans: list[Plan] = []
    for path in PATHS:
        one = snippet.read(ROOT, path)
        if _fits(one, interpreter):
            plans += [
                dataclasses.replace(plan, once=True)
                for plan in choice.plans_on(one, interpreter)
            ]
    made = {}

    def note(plan: Plan, result: Result) -> None:
        made[plan.snippet.path, plan.args] = result

    known = Results(PROJECT)
    made |= {
        (plan.snippet.path, plan.args): found
        for plan in plans
        if (found := known.get(plan))
    }
    known.make(plans, note)
    return made


def _fits(one: snippet.Snippet, interpreter: Interpreter) -> bool:
    """Whether a program can be asked of an interpreter.

    The one that builds must have every package; another may lack some.
    """
    if not choice.fits(one, interpreter):
        return False
    have = packages.versions(interpreter, one.dependencies)
    return interpreter == interpreters.current() or all(
        wanted.name in have for wanted in one.dependencies
    )


@pytest.mark.timeout(BUILD_SECONDS + 100)
@pytest.mark.parametrize("interpreter", INTERPRETERS, ids=lambda one: one.name)
@pytest.mark.parametrize("path", PATHS)
def test_a_program_does_what_it_claims(
    path: str, interpreter: Interpreter, built: Built, monkeypatch: pytest.MonkeyPatch
):
    """The build has run all of them on its own interpreter, from an empty store."""
    monkeypatch.setenv("PROOF_STORE", str(built.store))
    one = snippet.read(ROOT, path)
    if not _fits(one, interpreter):
        # It says so itself.
        assert str(one.requires_python) or one.platform or one.dependencies
        return
    for args in one.args:
        result = _made(interpreter)[path, args]
        heard = [] if result.run is None else [*result.run.stdout, *result.run.stderr]
        assert not result.errors, "\n".join(
            [*map(str, result.errors), *(text for _, text in heard)]
        )
        assert result.run
        printed = [output.seen(text) for _, text in result.run.stdout]
        assert not [str(fault) for fault in too_wide(one, SITE, printed)]


def _survives(path: str) -> bool:
    """Whether a program means the same inside another process as in one of its own.

    It does when it only forks, so that its functions need not be found again, measures
    nothing, touches nothing that belongs to the process as a whole, and leaves nothing
    to its end, as daemons are.
    """
    one = snippet.read(ROOT, path)
    declared = (one.args, one.expect, one.stderr, one.linger, one.quiet)
    words = (
        r"\b(fork\(|spawn|forkserver|multiprocessing\.Process|_exit|signal|sys"
        r"|subprocess|ctypes|atexit"
        r"|sched_setaffinity|process_time|daemon)\b"
    )
    return (
        declared == (((),), 0, None, 0.0, False)
        and choice.fits(one, interpreters.current())
        and 'get_context("fork")' in one.source
        and not re.search(words, one.source)
    )


IN_PROCESS = [path for path in PATHS if _survives(path)]


def test_some_programs_survive_in_another_process():
    assert len(IN_PROCESS) >= 3 or sys.platform != "linux"


@pytest.mark.parametrize("path", IN_PROCESS)
def test_a_program_that_survives_it_holds_in_process(
    path: str,
    eval_example: EvalExample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    failure = ""
    source = (ROOT / "snippets" / path).read_text(encoding="utf-8")
    try:
        eval_example.run(CodeExample.create(source, path=Path("snippets", path)))
    except Exception as error:
        # On 3.11 pytest-examples 0.0.18 gives the error a traceback whose line table
        # is in an older format; pytest itself may fail when it formats that.
        failure = repr(error)
    if failure:
        pytest.fail(f"snippets/{path}: {failure}", pytrace=False)


@pytest.mark.parametrize("path", PATHS)
def test_a_program_keeps_to_the_house(path: str):
    assert not [str(fault) for fault in programs.faults(SITE, path)]


def test_whatever_a_builder_may_lack_has_a_recording():
    """So no page lacks a run, whichever interpreters the builder has."""
    missing = []
    for path in PATHS:
        one = snippet.read(ROOT, path)
        for wanted in upkeep.needed(one):
            runs, errors = recordings.find(PROJECT, one, wanted)
            missing += map(str, errors)
            if len(runs) < len(one.args):
                missing.append(f"{one.file}: none of {wanted or 'any interpreter'}")
    assert not missing, "\n".join(["make them: proof record --stale", *missing])


def test_every_quiet_program_has_a_recording_for_builds_that_are_disturbed():
    paths = [path for path in PATHS if snippet.read(ROOT, path).quiet]
    assert len(paths) >= 40
    missing = []
    for path in paths:
        one = snippet.read(ROOT, path)
        for args in one.args:
            # Of another interpreter than any: the newest recording stands in for it.
            elsewhere = dataclasses.replace(interpreters.current(), version="3.99.0")
            if recordings.instead(PROJECT, Plan(one, args, elsewhere)) is None:
                missing.append(f"{one.file} {' '.join(args)}")
    assert not missing, "\n".join(["make them: proof record --stale", *missing])


def test_every_recording_is_of_a_snippet_as_it_is_now_and_is_shown():
    files = set((ROOT / "recordings").rglob("*.json"))
    assert len(files) >= 4
    for path in PATHS:
        one = snippet.read(ROOT, path)
        for name in recordings.names(PROJECT, one):
            for args in one.args + one.recorded:
                made = recordings.read(PROJECT, one, name, args)
                assert made is None or not judging.judge(one, made)
    assert not upkeep.due(PROJECT).useless


def test_no_recording_names_a_folder_of_the_machine_that_made_it():
    named = re.compile(
        r"(?<![\w.:/~)\]<>-])/(?!(?:usr|proc|sys|dev|bin|lib(?:64)?|tmp|var/lib)/)[A-Za-z]\w*/[^\s'\"]*"
    )
    for file in (ROOT / "recordings").rglob("*.json"):
        assert not named.findall(file.read_text("utf-8")), file


def test_the_recordings_are_small():
    files = [*(ROOT / "recordings").rglob("*.json")]
    assert sum(file.stat().st_size for file in files) < 10 << 20
