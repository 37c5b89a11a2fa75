"""Stored runs: kept when they passed, whole or not at all, shared by builds."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from proof.programs import interpreters, snippet
from proof.runs.plan import Plan
from proof.runs.results import Results
from proof.runs.store import Store
from tests.conftest import Folder, gone

COUNTING = """
import os
with open({log!r}, "a") as file:
    file.write(f"{{os.getpid()}}\\n")
print("counted")
"""


def counted(log: Path) -> int:
    return len(log.read_text().splitlines()) if log.exists() else 0


def test_a_run_comes_back_as_it_was(folder: Folder):
    run = folder.run("print('\\x1b[31mred\\x1b[0m', '\\u20ac')")
    store = Store(folder.root / "store")
    store.put("ab" * 32, run)
    again = store.get("ab" * 32)
    assert again.to_json() == run.to_json()
    assert store.get("cd" * 32) is None


@pytest.mark.parametrize("damage", [b"", b"x", None], ids=["empty", "garbage", "cut"])
def test_a_damaged_run_is_made_again(folder: Folder, damage: bytes | None):
    log = folder.log
    folder.page("page.md", folder.snippet("topic/x.py", COUNTING.format(log=str(log))))
    assert folder.build().returncode == 0
    [file] = (folder.root / "store").glob("??/*.run")
    file.write_bytes(file.read_bytes()[:40] if damage is None else damage)
    assert folder.build().returncode == 0
    assert counted(log) == 2
    assert folder.build().returncode == 0
    assert counted(log) == 2


def test_a_failed_run_is_never_stored(folder: Folder):
    path = folder.snippet("topic/x.py", "raise SystemExit(1)\n")
    plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
    known = Results(folder.project)
    known.make([plan], lambda *_: None)
    assert known.get(plan).errors
    assert not list(Store(folder.project.store).runs())


def test_within_one_process_a_failed_run_is_not_repeated_until_it_is_edited(
    folder: Folder,
):
    log = folder.log
    known = Results(folder.project)

    def make() -> None:
        path = folder.snippet("topic/x.py", source)
        plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
        known.make([plan], lambda *_: None)

    source = COUNTING.format(log=str(log)) + "raise SystemExit(1)\n"
    make()
    make()
    assert counted(log) == 1
    source += "# edited\n"
    make()
    assert counted(log) == 2


def test_only_an_edited_snippet_is_run_again(folder: Folder):
    logs = [Path(f"{folder.log}-{i}") for i in range(4)]
    paths = [
        folder.snippet(f"topic/x{i}.py", COUNTING.format(log=str(log)))
        for i, log in enumerate(logs)
    ]
    folder.page("page.md", *paths)
    assert folder.build().returncode == 0
    folder.snippet(paths[2], COUNTING.format(log=str(logs[2])) + "# edited\n")
    assert folder.build().returncode == 0
    assert [counted(log) for log in logs] == [1, 1, 2, 1]


def test_proof_fresh_runs_everything_again(folder: Folder):
    log = folder.log
    folder.page("page.md", folder.snippet("topic/x.py", COUNTING.format(log=str(log))))
    for expected in (1, 2):
        assert folder.build(PROOF_FRESH="1").returncode == 0
        assert counted(log) == expected


def test_two_builds_share_one_store(folder: Folder):
    paths = [
        folder.snippet(f"topic/x{i}.py", f"import time; time.sleep(0.1); print({i})")
        for i in range(8)
    ]
    folder.page("page.md", *paths)
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"site{i}"],
            cwd=folder.root,
            env=folder.environment(),
        )
        for i in range(2)
    ]
    assert [build.wait(100) for build in builds] == [0, 0]
    store = Store(folder.project.store)
    assert len(list(store.runs())) == 8
    assert not list(folder.project.store.glob("??/.*"))
    first, second = (
        (folder.root / f"site{i}" / "page" / "index.html").read_text() for i in range(2)
    )
    assert first.count('class="proof-line"') == 8 == second.count('class="proof-line"')


@pytest.mark.skipif(sys.platform != "linux", reason="needs a subreaper")
def test_a_build_that_is_killed_leaves_no_program_and_a_readable_store(folder: Folder):
    pids = folder.log
    paths = [folder.snippet("topic/short.py", "print('short')\n")]
    for i in range(3):
        source = (
            "import os, time\n"
            "if os.fork() == 0:\n    os.setsid()\n    os.fork()\n"
            f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}}\\n')\n"
            "time.sleep(9)\n"
        )
        paths.append(folder.snippet(f"topic/long{i}.py", source))
    folder.page("page.md", *paths)
    build = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder.root,
        env=folder.environment(PROOF_JOBS="4"),
    )
    _until(lambda: counted(pids) == 9 and list(Store(folder.project.store).runs()))
    started = psutil.Process(build.pid).children(recursive=True)
    os.kill(build.pid, signal.SIGKILL)
    build.wait()
    deadline = time.monotonic() + 1
    for process in started:
        assert gone(process.pid, within=max(0, deadline - time.monotonic()))
    [run] = Store(folder.project.store).runs()
    assert run.stdout[0][1] == "short"
    assert not list(folder.project.store.glob("??/.*"))


def _until(condition) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
