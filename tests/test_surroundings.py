"""Where and how the engine is called: interrupted, in another locale, by nobody."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.conftest import ROOT, Folder, gone

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's own tools")
BEGUN = """
import os, pathlib, time
pathlib.Path({file!r}).write_text(str(os.getpid()))
time.sleep(9)
"""


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["proof", "check", "--only", "runs"], 130, "Interrupted"),
        (["proof", "run", "topic/x.py"], 130, "Interrupted"),
        (["proof", "record", "topic/x.py", "--python", "HERE"], 130, "Interrupted"),
        (["mkdocs", "build", "-q"], 1, "Aborted!"),  # as MkDocs itself has it
    ],
    ids=["check", "run", "record", "build"],
)
def test_an_interrupt_is_one_line_and_leaves_nothing(
    folder: Folder, tmp_path: Path, words: list[str], code: int, said: str
):
    begun, temporary = folder.log, tmp_path / "temporary"
    temporary.mkdir()
    folder.page("page.md", folder.snippet("topic/x.py", BEGUN.format(file=str(begun))))
    words = [sys.executable if word == "HERE" else word for word in words]
    with subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=folder.root,
        env=folder.environment(TMPDIR=str(temporary)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        deadline = time.monotonic() + 60
        while not (begun.exists() and begun.read_text()):
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.02)
        started = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGINT)
        text, _ = process.communicate(timeout=30)
    assert process.returncode == code
    assert [line for line in text.splitlines() if line] == [said]
    assert len(started) >= 3
    assert all(gone(one.pid, within=0.5) for one in started)
    assert not list(temporary.iterdir())


def called(
    folder: Folder, *prefix: str, drop: tuple[str, ...] = (), **more: str
) -> subprocess.CompletedProcess:
    """Check the project's programs from other surroundings."""
    environment = folder.environment(**more)
    return subprocess.run(
        [*prefix, sys.executable, "-m", "proof", "check", "--only", "runs"],
        cwd=folder.root,
        env={key: value for key, value in environment.items() if key not in drop},
        capture_output=True,
        timeout=100,
        check=False,
    )


def assert_passed(answer: subprocess.CompletedProcess) -> None:
    assert answer.returncode == 0, (answer.stdout + answer.stderr).decode()
    assert answer.stdout.startswith(b"Ran "), answer.stdout
    assert not answer.stderr


@pytest.mark.parametrize(
    "more",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PROOF_JOBS": "64"},
        {"PYTHONSAFEPATH": "1", "PYTHONWARNINGS": "error", "PYTHONOPTIMIZE": "2"},
    ],
    ids=["C", "ASCII", "64 jobs", "variables"],
)
def test_surroundings_change_nothing(folder: Folder, more: dict[str, str]):
    for i in range(3):
        folder.snippet(f"topic/x{i}.py", "print('\\u20ac')\n")
    assert_passed(called(folder, **more))


def test_a_failure_can_be_told_where_letters_are_missing(folder: Folder):
    folder.snippet("topic/x.py", "print('\\u20ac'); raise SystemExit(1)\n")
    answer = called(folder, LC_ALL="POSIX", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert answer.returncode == 1
    assert rb"\u20ac" in answer.stdout
    assert b"Traceback" not in answer.stderr


@LINUX
def test_one_cpu_and_a_lost_terminal_are_enough(folder: Folder):
    for i in range(3):
        folder.snippet(f"topic/x{i}.py", "print(1)\n")
    first = str(min(os.sched_getaffinity(0)))
    assert_passed(called(folder, "taskset", "-c", first))
    assert_passed(called(folder, "sh", "-c", "trap '' HUP; exec \"$@\"", "sh"))


def test_a_user_without_a_home_can_build(folder: Folder):
    code = (
        "import pathlib, pwd\n"
        "def nobody(*_): raise KeyError('no such user')\n"
        "pwd.getpwuid = pwd.getpwnam = nobody\n"
        "from proof.programs import interpreters\n"
        "print(len(interpreters.available()))"
    )
    environment = {k: v for k, v in os.environ.items() if k not in ("HOME", "USER")}
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) >= 1


def test_a_project_may_lie_under_any_name(folder: Folder, tmp_path: Path):
    folder.snippet("topic/x.py", "import os; print(os.getcwd(), __file__)\n")
    elsewhere = tmp_path / "Über uns, \u20ac & 'so'"
    temporary = elsewhere / "ein Ort"
    temporary.mkdir(parents=True)
    for name in ("mkdocs.yml", "docs", "snippets"):
        shutil.move(folder.root / name, elsewhere / name)
    other = Folder(elsewhere)
    assert_passed(called(other, TMPDIR=str(temporary)))
    assert other.proof("run", "topic/x.py").returncode == 0


def test_a_name_that_is_no_utf8_hurts_nobody(folder: Folder, tmp_path: Path):
    if sys.platform != "linux":
        return  # macOS has no such names
    temporary = os.fsencode(tmp_path) + b"/\xff\xfe"
    os.mkdir(temporary)
    folder.snippet("topic/x.py", "import os; print(os.getcwd())\n")
    assert_passed(called(folder, TMPDIR=os.fsdecode(temporary)))


DATES = {"runs/store.py": 2, "worlds/kept.py": 1, "worlds/there.py": 1}


def test_no_duration_is_taken_from_a_clock_that_can_be_set():
    for file in (ROOT / "proof").rglob("*.py"):
        text = file.read_text("utf-8")
        # The age of a file is a matter of dates, and so is that of what is unpacked.
        if number := DATES.get(file.relative_to(ROOT / "proof").as_posix()):
            assert text.count("time.time(") == number, file
            continue
        assert "time.time(" not in text and "import time as" not in text, file
