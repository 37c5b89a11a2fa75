"""Programs that turn against their supervisors: they fail, their neighbours do not."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.runs import keepers
from proof.runs.plan import Plan
from proof.runs.run import Run
from proof.runs.slots import Slots
from proof.show.page import Site
from proof.supervise.request import Request
from tests.conftest import Folder, gone
from tests.runs.test_schedule import make

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs a subreaper and /proc"),
    pytest.mark.usefixtures("bare"),
]
# Each line leaves the next to begin with: who supervises, and something left behind.
KNOWN = """
import os, signal, time
slot = os.getppid()
keeper = int(open(f"/proc/{{slot}}/stat").read().rsplit(")", 1)[1].split()[1])
def note():
    with open({log!r}, "a") as file:
        file.write(f"{{os.getpid()}}\\n")
note()
ready, go = os.pipe()
if (child := os.fork()) == 0:
    os.setsid()
    note()
    os.write(go, b"x")
    time.sleep(60)
os.read(ready, 1)
"""
CORES = os.sched_getaffinity(0) if sys.platform == "linux" else set()
NEIGHBOUR = "import time; time.sleep(0.5); print(1)"


@pytest.fixture(autouse=True)
def nothing_is_left(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """No folder, no child, and no change in who adopts orphans."""
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = psutil.Process().children(recursive=True)
    yield
    assert not list(temporary.iterdir())
    left = set(psutil.Process().children(recursive=True)) - set(before)
    assert not left


def attack(
    folder: Folder, act: str, neighbours: int = 3
) -> tuple[dict[str, Run | ProofError], list[int]]:
    """Run a program that acts against its supervisors, and some neighbours.

    Returns:
        What became of each, and the processes of the one that acts.
    """
    log = folder.log
    sources = {f"x{i}": NEIGHBOUR for i in range(neighbours)}
    sources["guilty"] = KNOWN.format(log=str(log)) + act + "\n"
    made = make(folder, sources)
    return made, [int(line) for line in log.read_text().splitlines()]


def assert_that_it_fails_alone(
    made: dict[str, Run | ProofError], pids: list[int], why: str
) -> None:
    guilty = made.pop("topic/guilty.py")
    assert isinstance(guilty, ProofError), guilty
    assert str(guilty).startswith("snippets/topic/guilty.py:1: its supervisor")
    assert why in guilty.problem
    assert made
    assert all(isinstance(run, Run) for run in made.values()), made
    assert len(pids) == 4  # it has been run twice, and each time there were two
    assert all(gone(pid, within=0) for pid in pids)


@pytest.mark.parametrize("jobs", ["1", "4"])
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP", "SIGUSR1"])
def test_one_that_ends_its_supervisor_fails_alone(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str, jobs: str
):
    monkeypatch.setenv("PROOF_JOBS", jobs)
    act = f"os.kill(slot, signal.{name}); time.sleep(60)"
    assert_that_it_fails_alone(*attack(folder, act), "died")


def test_one_that_stops_its_supervisor_fails_alone(folder: Folder):
    act = "os.kill(slot, signal.SIGSTOP); time.sleep(60)"
    began = time.monotonic()
    assert_that_it_fails_alone(*attack(folder, act), "stands still")
    assert time.monotonic() - began < 40  # its limit is ten seconds, and it ran twice


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ("os.kill(keeper, signal.SIGKILL)", "died"),
        ("os.kill(keeper, signal.SIGKILL); os.kill(slot, signal.SIGKILL)", "died"),
        ("os.kill(slot, signal.SIGKILL); os.kill(keeper, signal.SIGKILL)", "died"),
        ("os.kill(slot, signal.SIGSTOP); os.kill(keeper, signal.SIGKILL)", ""),
        ("os.kill(keeper, signal.SIGSTOP); os.kill(slot, signal.SIGKILL)", "died"),
        ("os.kill(keeper, signal.SIGSTOP); os.kill(slot, signal.SIGSTOP)", "stands"),
    ],
)
def test_one_that_turns_against_the_keeper_too_fails_alone(
    folder: Folder, act: str, why: str
):
    assert_that_it_fails_alone(*attack(folder, f"{act}; time.sleep(60)"), why)


def test_a_keeper_that_is_stopped_goes_on(folder: Folder):
    act = "os.kill(keeper, signal.SIGSTOP)"
    made, pids = attack(folder, act, neighbours=1)
    assert all(isinstance(run, Run) for run in made.values())
    assert all(gone(pid) for pid in pids)


def test_one_that_ends_other_supervisors_harms_nobody(folder: Folder):
    act = (
        "import glob\n"
        "children = open(f'/proc/{keeper}/task/{keeper}/children').read().split()\n"
        "for pid in map(int, children):\n"
        "    if pid != slot: os.kill(pid, signal.SIGKILL)\n"
        "os._exit(0)"
    )
    made, _ = attack(folder, act)
    assert all(isinstance(run, Run) for run in made.values()), made


SILENT = """
import os, signal, sys, time
if os.fork() == 0:
    time.sleep(60)
os.write(1, b"%d\\n" % os.getpid())
time.sleep(60)
"""


def test_a_supervisor_that_never_answers_is_given_up(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    for name in ("SLACK", "ENDING", "EXIT"):
        monkeypatch.setattr(keepers, name, 0.3)
    monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-c", SILENT))
    source = "# /// script\n# [tool.proof]\n# limit = 0.3\n# ///\n"
    [made] = make(folder, {"x": source}).values()
    assert isinstance(made, ProofError)
    assert "stands still" in made.problem


def test_a_supervisor_may_take_as_long_as_all_its_runs(folder: Folder):
    short = Request(argv=[], files={}, env={}, limit=10)
    many = Request(argv=[], files={}, env={}, limit=10, linger=60, repeat=5)
    assert keepers.patience(short) > 10
    assert keepers.patience(many) > 5 * 70


def test_a_keeper_that_cannot_start_is_one_clear_error(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        keepers, "KEEPER", (sys.executable, "-c", "raise SystemExit(3)")
    )
    with pytest.raises(ProofError, match=r"cannot be started \(exit code 3\)"):
        make(folder, {"x": "print(1)"})


TWICE = """
import os, signal
with open({log!r}, "a") as file:
    file.write("x\\n")
if len(open({log!r}).readlines()) <= 2:
    os.kill(os.getppid(), signal.SIGKILL)
    signal.pause()
"""


def test_a_supervisor_lost_in_one_build_is_no_failure_in_the_next(folder: Folder):
    log = folder.log
    path = folder.snippet("topic/x.py", TWICE.format(log=str(log)))
    folder.page("page.md", path, path)
    site = Site(folder.project)
    for _ in range(2):
        assert "its supervisor died" in site.example(path)
    assert len(log.read_text().splitlines()) == 2  # for both places, and once again
    for _ in range(2):
        assert "its supervisor died" not in site.example(path)
    assert len(log.read_text().splitlines()) == 3


def test_one_that_moves_or_binds_its_supervisor_harms_nobody(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PROOF_JOBS", "1")
    limit = "# /// script\n# [tool.proof]\n# limit = {}\n# ///\n"  # longest first
    cores = f"import os; assert len(os.sched_getaffinity(0)) == {len(CORES)}"
    sources = {f"x{i}": limit.format(30) + cores for i in range(2)}
    act = (
        "import resource\n"
        "one = min(os.sched_getaffinity(0))\n"
        "os.sched_setaffinity(slot, {one})\n"
        "resource.prlimit(slot, resource.RLIMIT_NOFILE, (8, 8))\n"
        "os.kill(child, signal.SIGKILL)\n"
    )
    log = folder.log
    guilty = KNOWN.format(log=str(log))
    made = make(folder, sources | {"guilty": limit.format(60) + guilty + act})
    for i in range(2):
        run = made[f"topic/x{i}.py"]
        assert isinstance(run, Run), run
        assert run.outcome == 0, run.stderr


def test_there_may_be_fewer_slots_than_were_asked_for(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    start = "import sys; from proof.supervise import keeper; keeper.main(sys.argv[1:3])"
    monkeypatch.setattr(keepers, "KEEPER", (sys.executable, "-c", start))
    made = make(folder, {f"x{i}": "print(1)" for i in range(4)})
    assert all(isinstance(run, Run) for run in made.values())


def test_a_slot_is_replaced_before_the_next_run(folder: Folder):
    path = folder.snippet("topic/x.py", "print(1)\n")
    plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
    with Slots(1) as slots:
        for _ in range(3):
            [slot] = slots.free
            os.kill(slot.pid, signal.SIGKILL)
            slots.start(plan, True)
            made = []
            while slots.busy:
                made += slots.finished(None)
            assert [type(result) for _, result in made] == [Run]


def test_what_a_killed_keeper_leaves_is_removed(folder: Folder):
    with Slots(2) as slots:
        [keeper] = slots.keepers
        assert Path(keeper.folder).is_dir()
        os.kill(keeper.process.pid, signal.SIGKILL)
    assert not Path(keeper.folder).exists()
