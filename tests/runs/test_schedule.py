"""Runs go side by side where they may and alone where they must."""

import contextlib
import dataclasses
import itertools
import threading
import time

import psutil
import pytest

from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.runs import choice, schedule
from proof.runs.machine import machine
from proof.runs.plan import Plan
from proof.runs.results import Results
from proof.runs.run import Run
from proof.runs.slots import CROWD, LINUX
from proof.supervise.request import TIMINGS
from tests.conftest import Folder, burners

NOTE = """
# /// script
# [tool.proof]
# quiet = {quiet}
# ///
import time
began = time.monotonic()
time.sleep(0.3)
with open({log!r}, "a") as file:
    file.write(f"{name} {{began}} {{time.monotonic()}}\\n")
"""


def make(folder: Folder, sources: dict[str, str]) -> dict[str, Run | ProofError]:
    plans = [
        Plan(
            snippet.read(folder.root, folder.snippet(f"topic/{name}.py", source)),
            (),
            interpreters.current(),
        )
        for name, source in sources.items()
    ]
    made: dict[str, Run | ProofError] = {}
    schedule.execute(plans, lambda plan, run: made.update({plan.snippet.path: run}))
    return made


def spans(log) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for line in log.read_text().splitlines():
        name, began, ended = line.split()
        found.setdefault(name, []).append((float(began), float(ended)))
    return found


def overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def test_programs_that_wait_run_side_by_side(folder: Folder):
    log = folder.log
    source = NOTE.format(quiet="false", log=str(log), name="x").replace("0.3", "1")
    made = make(folder, {f"x{i}": source for i in range(6)})
    found = spans(log)["x"]
    assert len(made) == len(found) == 6
    assert any(overlap(a, b) for a, b in itertools.combinations(found, 2))


@pytest.mark.skipif(not LINUX, reason="nothing tells how many want to run")
def test_in_a_crowd_no_more_programs_start_than_there_are_cpus(folder: Folder):
    cores = machine()["cores"]
    source = NOTE.format(quiet="false", log=str(folder.log), name="x")
    with burners(CROWD * cores):
        make(folder, {f"x{i}": source for i in range(cores + 3)})
    found = spans(folder.log)["x"]
    assert len(found) == cores + 3
    beside = [sum(began <= at <= ended for began, ended in found) for at, _ in found]
    assert max(beside) <= cores


def test_a_quiet_run_is_alone_and_its_trace_comes_from_a_second_one(folder: Folder):
    log = folder.log
    sources = {
        f"loud{i}": NOTE.format(quiet="false", log=str(log), name="loud")
        for i in range(4)
    }
    sources["quiet_timing"] = NOTE.format(quiet="true", log=str(log), name="quiet")
    made = make(folder, sources)
    found = spans(log)
    assert len(found["loud"]) == 4
    assert len(found["quiet"]) >= TIMINGS + 1  # more, where others disturbed it
    everything = [*found["loud"], *found["quiet"]]
    for quiet in found["quiet"]:
        assert sum(overlap(quiet, other) for other in everything) == 1  # itself
    if LINUX:
        assert made["topic/quiet_timing.py"].trace


def test_a_timing_that_is_only_checked_is_run_once_and_kept_apart(folder: Folder):
    path = folder.snippet(
        "topic/x_timing.py", "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"
    )
    [plan] = choice.plans_on(snippet.read(folder.root, path), interpreters.current())
    made = []
    for asked in (dataclasses.replace(plan, once=True), plan):
        Results(folder.project).make([asked], lambda _, result: made.append(result))
    assert [len(result.run.samples) for result in made] == [1, TIMINGS]
    known = Results(folder.project)
    assert known.get(dataclasses.replace(plan, once=True)).run == made[0].run
    assert known.get(plan).run == made[1].run


def test_one_job_runs_one_program_at_a_time(folder: Folder, monkeypatch):
    monkeypatch.setenv("PROOF_JOBS", "1")
    log = folder.log
    make(
        folder,
        {f"x{i}": NOTE.format(quiet="false", log=str(log), name="x") for i in range(3)},
    )
    found = sorted(spans(log)["x"])
    assert len(found) == 3
    assert not any(overlap(a, b) for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("wanted", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_told_of(folder: Folder, wanted: str):
    folder.snippet("topic/x.py", "print(1)\n")
    answer = folder.proof("check", "--only", "runs", PROOF_JOBS=wanted)
    assert answer.returncode == 1
    assert "PROOF_JOBS" in answer.stdout
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not LINUX, reason="needs a subreaper")
def test_a_slot_that_dies_costs_its_run_alone(folder: Folder):
    killer = threading.Thread(target=_kill_the_slot, args=("topic/orphan.py",))
    killer.start()
    waits = "import time; time.sleep(9)"
    made = make(folder, {"orphan": waits, **{f"x{i}": "print(1)" for i in range(4)}})
    killer.join()
    assert isinstance(made["topic/orphan.py"], ProofError)
    assert "supervisor died" in made["topic/orphan.py"].problem
    assert sum(isinstance(run, Run) for run in made.values()) == 4


def _kill_the_slot(path: str) -> None:
    """Kill the supervisor of a program as soon as it runs, and when it runs again."""
    deadline = time.monotonic() + 60
    killed: set[int] = set()
    while time.monotonic() < deadline and len(killed) < 2:
        for one in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                if one.cmdline()[1:] == [f"snippets/{path}"]:
                    killed.add(one.ppid())
                    one.parent().kill()
        time.sleep(0.01)


def test_after_a_batch_nothing_is_left(folder: Folder):
    before = psutil.Process().children(recursive=True)
    make(folder, {f"x{i}": "print(1)" for i in range(3)})
    assert psutil.Process().children(recursive=True) == before
