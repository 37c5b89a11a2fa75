"""Every program, as a reader runs it at home: it leaves all as it was before."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from proof.programs import interpreters, snippet
from proof.project import Project
from proof.runs import choice
from tests.conftest import ROOT

WORKERS = 4 * (os.cpu_count() or 1)  # most programs wait most of their time
LONGEST = 120.0  # seconds that one that does not hang may take, on a busy machine
PATIENCE = 20.0  # seconds in which all that belongs to it has to be gone
MARK = f"PROOF_AT_HOME_{os.getpid()}"  # tells the processes that a program started
SHARED = Path("/dev/shm")
ENDED = "has ended otherwise than declared"
# Without this right a folder's mode counts for root, too; see capabilities(7).
MODES_COUNT = [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override"]


@dataclass(frozen=True)
class Program:
    """A file, the arguments that it is run with, and what it declares."""

    file: Path
    args: tuple[str, ...]
    one: snippet.Snippet

    @property
    def hangs(self) -> bool:
        return self.one.expect == "hang"

    @property
    def names(self) -> set[str]:
        """The words in quotes in its text that could be names of files."""
        return set(re.findall(r"""["']([A-Za-z_][\w.-]*)["']""", self.one.source))


def test_programs_name_files():
    names = {name for program in _programs() for name in program.names}
    assert {"notes.txt", "shop.json", "app.log"} <= names


@pytest.mark.timeout(900)
def test_a_program_that_is_run_twice_leaves_everything_as_it_was():
    programs = _programs()
    assert len(programs) >= 30
    assert not (faults := _faults(programs, PATIENCE)), "\n".join(faults)


def test_what_a_program_leaves_is_noticed(tmp_path: Path):
    shared = SHARED / f"left-{os.getpid()}"
    source = textwrap.dedent(f'''\
        """A claim."""
        import pathlib, subprocess, sys, tempfile
        tempfile.mkdtemp()
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        if sys.platform == "linux":
            pathlib.Path("{shared}").touch()
        pathlib.Path("notes.txt").write_text("theirs")
        pathlib.Path("notes." + "new").write_text("theirs")
    ''')
    (tmp_path / "left.py").write_text(source, encoding="utf-8")
    one = snippet.parse(source, "topic/left.py")
    found = _faults([Program(tmp_path / "left.py", (), one)], patience=0.5)
    shared.unlink(missing_ok=True)
    text = "\n".join(found)
    assert "topic/left.py: has added home/notes.new, tmp/tmp" in text
    assert "topic/left.py: has changed home/notes.txt" in text
    assert f"where it may not write: {ENDED}, 1: PermissionError" in text
    assert "topic/left.py: has left the process" in text
    assert (f"shared memory: {shared.name}" in text) == (sys.platform == "linux")


def _programs() -> list[Program]:
    """All that can be run with this interpreter; what takes long comes first."""
    read = [snippet.read(ROOT, path) for path in Project(ROOT).snippets()]
    fitting = [one for one in read if choice.fits(one, interpreters.current())]
    fitting.sort(key=lambda one: (one.expect != "hang", -one.limit))
    return [Program(ROOT / one.file, args, one) for one in fitting for args in one.args]


def _faults(programs: list[Program], patience: float) -> list[str]:
    """Run programs side by side, each in a home of its own, and say what they leave.

    Args:
        programs: What is run.
        patience: Seconds in which all that belongs to a run has to be gone.
    """
    shared = _shared_memory()
    with (
        _hangups(),
        # Not in pytest's folder: a socket's path has at most 103 bytes, see unix(7).
        tempfile.TemporaryDirectory(prefix="home-", dir="/tmp") as folder,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        roots = [Path(folder, str(number)) for number, _ in enumerate(programs)]
        lists = list(pool.map(_live, programs, roots, [patience] * len(programs)))
        for number, texts in enumerate(lists):
            # Whether a claim holds beside so many others is not asked here.
            if any(ENDED in text for text in texts):
                alone = Path(folder, f"{number}-alone")
                lists[number] = _live(programs[number], alone, patience)
        faults = [fault for some in lists for fault in some]
        # What belongs to a program that hangs was killed, as far as that is possible.
        hang = {program.one.path for program in programs if program.hangs}
        left = _last(lambda: [p for p in _processes() if p[1] not in hang], patience)
        for pid, _ in _processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    faults += [f"{path}: has left the process {pid}" for pid, path in left]
    new = _shared_memory() - shared
    new = _last(lambda: (new & _shared_memory()) - _held_by_others(), patience)
    return faults + [f"one of them has left shared memory: {name}" for name in new]


def _live(program: Program, root: Path, patience: float) -> list[str]:
    """Run a program among files of its reader's, and again where it may not write.

    Nothing lies there the second time: that could hide what the program makes.
    """
    home = root / "home"
    for folder in (home, root / "tmp"):
        folder.mkdir(parents=True)
    for name in program.names:
        (home / name).write_text("mine", encoding="utf-8")
    faults = _run(program, root, patience)
    if not program.one.quiet:  # those take long, and how they end is not asked here
        shutil.rmtree(home)
        home.mkdir(mode=0o555)
        again = _run(program, root, patience)
        faults += [f"where it may not write: {text}" for text in again]
    return [f"{program.one.path}: {text}" for text in faults]


def _run(program: Program, root: Path, patience: float) -> list[str]:
    """Run a program once; say how else it ended than declared, and what it changed."""
    before = _state(root)
    home = {"HOME": str(root / "home"), "TMPDIR": str(root / "tmp")}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*MODES_COUNT, sys.executable, str(program.file), *program.args],
            cwd=root / "home",
            env=os.environ | home | {MARK: program.one.path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )
        outcome = _outcome(process, program.one.limit if program.hangs else LONGEST)
        said.seek(0)
        error = said.read().decode(errors="replace").strip().rpartition("\n")[2]
    faults = []
    if outcome != program.one.expect and not program.one.quiet:
        faults.append(f"{ENDED}, {outcome}: {error}")
    if outcome == "hang":  # it was killed before it could tidy up
        shutil.rmtree(root / "tmp")
        (root / "tmp").mkdir()
    return faults + _last(lambda: _differences(before, _state(root)), patience)


def _outcome(process: subprocess.Popen, limit: float) -> int | str:
    """Wait for a program, end it at its limit, and say what its header would."""
    try:
        code = process.wait(limit)
        return code if code >= 0 else signal.Signals(-code).name
    except subprocess.TimeoutExpired:
        # The first is ignored by the process that removes what the others have shared.
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(process.pid, number)
                process.wait(2)
                break
        return "hang"


def _state(root: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder; whatever is done to a file, its value is another."""
    found = {}
    for place, folders, files in os.walk(root):
        for name in folders + files:
            path = Path(place, name)
            with contextlib.suppress(FileNotFoundError):
                status = path.lstat()
                changed = 0 if name in folders else status.st_ctime_ns
                found[path.relative_to(root).as_posix()] = status.st_mode, changed
    return found


def _differences(before: dict, after: dict) -> list[str]:
    names = {
        "added": after.keys() - before.keys(),
        "removed": before.keys() - after.keys(),
        "changed": {
            one for one in before if before[one] != after.get(one, before[one])
        },
    }
    return [
        f"has {how} {', '.join(sorted(those))}" for how, those in names.items() if those
    ]


def _processes() -> list[tuple[int, str]]:
    """Those that programs have started, each with the program's path."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if path := process.environ().get(MARK):
                found.append((process.pid, path))
    return found


def _shared_memory() -> set[str]:
    """The names of shared memory, where they are files; see shm_overview(7)."""
    return {path.name for path in SHARED.glob("*")}


def _held_by_others() -> set[str]:
    """The names of shared memory that another process of this machine has mapped.

    A semaphore is mapped under another name than it has, so files are compared.
    """
    mapped: set[int] = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if MARK not in process.environ():
                maps = Path(f"/proc/{process.pid}/maps").read_text(errors="replace")
                mapped |= {int(i) for i in re.findall(rf"(\d+) +{SHARED}/", maps)}
    found = set()
    for path in SHARED.glob("*"):
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_ino in mapped:
                found.add(path.name)
    return found


def _last(look: Callable[[], Collection], patience: float) -> Collection:
    """What is still found after so many seconds, or nothing as soon as all is gone."""
    deadline = time.monotonic() + patience
    while (found := look()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


@contextlib.contextmanager
def _hangups() -> Iterator[None]:
    """Have programs start with SIGHUP as a terminal has it, also under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
