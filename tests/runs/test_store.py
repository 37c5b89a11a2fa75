"""Stored runs: kept when they passed, whole or not at all, shared by builds."""

import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from proof.programs import interpreters, snippet
from proof.runs import alone
from proof.runs.plan import Plan
from proof.runs.results import Results
from proof.runs.store import MOST, Store
from tests.conftest import ROOT, Folder, burners, gone

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


def _without(values: dict, *path: str | int) -> dict:
    """Values without what lies at the end of a path."""
    inside = values
    for step in path[:-1]:
        inside = inside[step]
    del inside[path[-1]]
    return values


def _with(values: dict, new: object, *path: str | int) -> dict:
    """Values with another one at the end of a path."""
    inside = values
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = new
    return values


WRONG = {
    "a list": lambda _: [],
    "a number": lambda _: 1,
    "fields missing": lambda values: _without(values, "wall"),
    "a field more": lambda values: values | {"colour": "blue"},
    "text as time": lambda values: values | {"wall": "long"},
    "truth as number": lambda values: values | {"cpu": True},
    "no samples": lambda values: values | {"samples": []},
    "samples by name": lambda values: values | {"samples": {}},
    "a sample without load": lambda values: _without(values, "samples", 0, "load"),
    "output as text": lambda values: values | {"stdout": "counted"},
    "lines without times": lambda values: values | {"stdout": ["counted"]},
    "a line of three": lambda values: values | {"stdout": [[0.1, "counted", 1]]},
    "numbers as lines": lambda values: values | {"stdout": [[0.1, 2]]},
    "output of a sample": lambda values: _with(values, [1], "samples", 0, "stdout"),
    "what is left, as ids": lambda values: values | {"left": [4711]},
    "a dump without text": lambda values: values | {"dumps": [{"pid": 1}]},
    "no ending": lambda values: values | {"status": None},
    "an ending that no process has": lambda values: values | {"status": 1 << 70},
    "no signal": lambda values: values | {"status": 126},
    "no machine": lambda values: _without(values, "origin", "machine"),
    "cores as text": lambda values: _with(values, "2", "origin", "machine", "cores"),
    "a trace as a list": lambda values: values | {"trace": []},
    "a trace without ticks": lambda values: values | {"trace": {"processes": []}},
    "ticks as text": lambda values: values | {"trace": {"ticks": "", "processes": []}},
    "a process as a number": lambda values: (
        values | {"trace": {"ticks": [1], "processes": [1]}}
    ),
    "an interpreter of another build": lambda values: _with(
        values, "another", "origin", "interpreter", "build"
    ),
    "another user": lambda values: _with(values, 4242, "origin", "machine", "user"),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_run_of_another_shape_or_origin_is_made_again(
    folder: Folder, change: Callable[[dict], object]
):
    path = folder.snippet("topic/x.py", "print('counted')\n")
    plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
    Results(folder.project).make([plan], lambda *_: None)
    assert Results(folder.project).get(plan)
    [file] = folder.project.store.glob("??/*.run")
    values = json.loads(zlib.decompress(file.read_bytes()))
    file.write_bytes(zlib.compress(json.dumps(change(values)).encode()))
    assert Results(folder.project).get(plan) is None
    again = []
    Results(folder.project).make([plan], lambda _, result: again.append(result))
    assert len(again) == 1 and not again[0].errors
    assert Results(folder.project).get(plan)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"wall": NaN}', "\ud800"])
def test_what_is_no_json_is_made_again(folder: Folder, text: str):
    store = Store(folder.root / "other")
    store.put("ab" * 32, folder.run("print('counted')"))
    [file] = store.folder.glob("ab/*.run")
    file.write_bytes(zlib.compress(text.encode(errors="surrogatepass")))
    assert store.get("ab" * 32) is None
    assert not list(store.runs())


def test_a_run_under_the_key_of_another_is_not_shown(folder: Folder):
    paths = [folder.snippet(f"topic/x{i}.py", f"print('it is {i}')") for i in range(2)]
    pages = [folder.page(f"page{i}.md", path) for i, path in enumerate(paths)]
    assert folder.build().returncode == 0
    plans = [
        Plan(snippet.read(folder.root, path), (), interpreters.current())
        for path in paths
    ]
    files = [
        folder.project.store / plan.key[:2] / f"{plan.key[2:]}.run" for plan in plans
    ]
    shutil.copy(files[0], files[1])
    assert folder.build().returncode == 0
    for i in range(len(pages)):
        html = (folder.root / "site" / f"page{i}" / "index.html").read_text()
        assert f">it is {i}\n" in html and f"it is {1 - i}\n" not in html


# Where nobody can make a folder, root included.
CLOSED = "/proc/store" if sys.platform == "linux" else "/dev/fd/store"


@pytest.mark.parametrize("store", ["file", "file/below", CLOSED])
def test_a_store_that_cannot_be_used_is_one_warning(folder: Folder, store: str):
    (folder.root / "file").write_text("not a store")
    paths = [folder.snippet(f"topic/x{i}.py", f"print('it is {i}')") for i in range(3)]
    folder.page("page.md", *paths)
    place = str(folder.root / store) if store != CLOSED else store
    for _ in range(2):
        answer = folder.build("--strict", PROOF_STORE=place)
        assert answer.returncode == 0, answer.stderr
        assert answer.stderr.count("runs cannot be kept there") == 1
        assert f"{place}:1: runs cannot be kept there (" in answer.stderr
        assert "Traceback" not in answer.stderr
        assert "Ran 3 programs" in answer.stderr
    html = (folder.root / "site" / "page" / "index.html").read_text()
    assert [f">it is {i}\n" in html for i in range(3)] == [True] * 3
    assert folder.proof("check", "--only", "runs", PROOF_STORE=place).returncode == 0


def test_a_disk_that_is_full_leaves_no_half_of_a_run(folder: Folder):
    run = folder.run("import os\nfor _ in range(999): print(os.urandom(30).hex())")
    script = (
        "import resource, sys\nfrom pathlib import Path\n"
        "from proof.runs.run import Run\nfrom proof.runs.store import Store\n"
        "run = Run.from_json(sys.stdin.read())\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    Store(Path(sys.argv[1])).put('ab' * 32, run)\n"
        "except OSError as error:\n    print('refused')\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, str(folder.project.store)],
        cwd=ROOT,
        input=run.to_json(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert answer.stdout == "refused\n"
    assert [
        *folder.project.store.glob("ab/*"),
        *folder.project.store.glob("ab/.*"),
    ] == []


def aged(file: Path, days: float) -> None:
    when = time.time() - days * 24 * 3600
    os.utime(file, (when, when))


def test_what_no_build_used_for_long_is_removed(folder: Folder):
    kept = folder.snippet("topic/kept.py", "print('kept')")
    page = folder.page("page.md", kept, folder.snippet("topic/old.py", "print('old')"))
    assert folder.build().returncode == 0
    store = folder.project.store
    entries = sorted(store.glob("??/*.run"))
    assert len(entries) == 2
    lab, half = store / "labs" / "old", store / "ab" / ".half"
    (lab / "inside").mkdir(parents=True)
    (lab / "inside" / "result").write_text("{}")
    half.parent.mkdir(exist_ok=True)
    half.write_text("")
    text = store / "texts" / "old"
    text.write_text("")
    for file in (*entries, lab, half, text):
        aged(file, 31)
    folder.page("page.md", kept)
    assert folder.build().returncode == 0  # it makes no run, so it looks at none
    assert all(file.exists() for file in (*entries, lab, half, text))
    folder.page("page.md", kept, folder.snippet("topic/new.py", "print('new')"))
    assert folder.build().returncode == 0
    left = {run.stdout[0][1] for run in Store(store).runs()}
    assert left == {"kept", "new"}
    assert not any(file.exists() for file in (lab, half, text))
    assert page.exists()


def test_of_too_much_what_was_used_last_is_kept(folder: Folder):
    store = Store(folder.root / "other")
    run = folder.run("print('counted')")
    files = []
    for i, days in enumerate((0.5, 1.5, 3, 2, 29)):
        key = f"{i:02}" * 32
        store.put(key, run)
        [file] = store.folder.glob(f"{i:02}/*.run")
        os.truncate(file, MOST // 3)  # a file with holes: it takes no room
        aged(file, days)
        files.append(file)
    store.prune()
    assert [file.exists() for file in files] == [True, True, False, True, False]
    for file, days in zip(files[:2], (0.5, 1.5), strict=True):
        os.truncate(file, MOST)
        aged(file, days)
    store.prune()  # what was used today is kept, however much it is
    assert [file.exists() for file in files] == [True, False, False, False, False]


def test_one_that_reads_while_another_removes_misses_at_most(folder: Folder):
    store = Store(folder.root / "other")
    run = folder.run("print('counted')")
    keys = [f"{i:02}" * 32 for i in range(10)]
    done = threading.Event()

    def read() -> set[bool]:
        found = set()
        while not done.is_set():
            found |= {store.get(key) is not None for key in keys}
            found |= {one.to_json() == run.to_json() for one in store.runs()}
        return found

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(2)]
        try:
            for _ in range(5):
                for key in keys:
                    store.put(key, run)
                    aged(store.folder / key[:2] / f"{key[2:]}.run", 31)
                store.prune()
        finally:
            done.set()
        assert all(reader.result() <= {True, False} for reader in readers)
    assert all(one.to_json() == run.to_json() for one in store.runs())


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


QUIET = "# /// script\n# [tool.proof]\n# quiet = true\n# ///\n"


@pytest.mark.skipif(sys.platform != "linux", reason="of others Linux alone tells")
def test_what_others_disturbed_is_kept_until_the_machine_is_calm(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    """A stored run says that it was disturbed, and no page shows its figures."""
    log = folder.log
    path = folder.snippet("topic/x.py", QUIET + COUNTING.format(log=str(log)))
    folder.page("page.md", path)
    with burners(os.cpu_count()):
        assert folder.build().returncode == 0
        before = counted(log)
        assert folder.build().returncode == 0
        assert counted(log) == before  # this is no better time for it
    # Nobody can promise that the machine on which this is tested becomes calm.
    monkeypatch.setattr(alone, "is_calm", lambda: True)
    results = Results(folder.project)
    plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
    assert results.get(plan).run.disturbed
    results.make([plan], lambda *_: None)
    after = counted(log)
    assert after > before
    results.make([plan], lambda *_: None)  # whatever became of it, not in this process
    assert counted(log) == after


def test_a_disturbed_run_takes_no_better_ones_place(folder: Folder):
    path = folder.snippet("topic/x.py", f"{QUIET}print(1)\n")
    plan = Plan(snippet.read(folder.root, path), (), interpreters.current())
    results = Results(folder.project)
    results.make([plan], lambda *_: None)
    calm = {"load": 0.0, "delay": 0.0}
    run = results.get(plan).run
    run = dataclasses.replace(run, samples=[s | calm for s in run.samples])
    results.store.put(plan.key, run)
    with burners(os.cpu_count()):
        Results(folder.project, fresh=True).make([plan], lambda *_: None)
    assert results.store.get(plan.key).date == run.date
    assert not results.store.get(plan.key).disturbed
