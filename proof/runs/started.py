"""A program that is started by `subprocess` alone; see `proof.runs.uncontained`.

It prints to pipes in place of a terminal, and unbuffered, so that a line comes when it
is printed.
"""

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from proof.runs.machine import HAS_ENGINE
from proof.supervise.request import MAX_LINES, MAX_OUTPUT, Request

LINGER = 0.5  # seconds for which what a program has started may outlive it
ENDED = 2.0  # seconds for which a pipe may stay open when all has been ended
# What a program cannot do without on Windows.
KEPT = ("COMSPEC", "PATH", "PATHEXT", "SYSTEMDRIVE", "SYSTEMROOT", "WINDIR")


def sample(request: Request) -> dict:
    """Run a program once, in a folder that goes with all that is in it.

    Returns:
        See `proof.runs.answer.Sample`; what nobody knows is None.

    Raises:
        OSError: It cannot be started.
    """
    with tempfile.TemporaryDirectory(
        prefix="proof-", ignore_cleanup_errors=True
    ) as above:
        folder = os.path.realpath(above)  # as a program is told it
        work, temporary = os.path.join(folder, "w"), os.path.join(folder, "t")
        os.mkdir(temporary)
        for name, text in request.files.items():
            file = Path(work, name)
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8", newline="")
        process = subprocess.Popen(
            [request.argv[0], "-u", *request.argv[1:]],
            cwd=work,
            env=_environment(request, work, temporary),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            # On Windows: a console of its own, so that its Ctrl-C is not ours.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return _watched(process, request, partial(_short, request, work, temporary))


def _environment(request: Request, work: str, temporary: str) -> dict[str, str]:
    told = request.env | {"PYTHONUTF8": "1", "HOME": work, "USERPROFILE": work}
    if not HAS_ENGINE:
        told |= {name: os.environ[name] for name in KEPT if name in os.environ}
    return told | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary)


def _watched(
    process: subprocess.Popen, request: Request, short: Callable[[str], str]
) -> dict:
    """Wait for a program, end what it has left, and say what is known of it."""
    began = time.monotonic()
    pipes = (process.stdout, process.stderr)
    streams = [_Stream(pipe, began, process.kill) for pipe in pipes]
    reached = None
    try:
        process.wait(request.limit)
        wall = time.monotonic() - began
        _await(streams, max(LINGER, request.linger))
    except subprocess.TimeoutExpired:
        reached, wall = "time", time.monotonic() - began
    finally:
        _end(process)
    _await(streams, ENDED)
    if any(stream.full for stream in streams):
        reached = "output"
    return {
        "status": None if reached else _status(process.returncode),
        "reached": reached,
        "wall": round(wall, 4),
        "cpu": None,
        "stdout": [[when, short(text)] for when, text in streams[0].lines],
        "stderr": [[when, short(text)] for when, text in streams[1].lines],
        "left": [],
        "load": None,
    }


def _await(streams: list["_Stream"], seconds: float) -> None:
    """Wait for the ends of all pipes, so many seconds at most."""
    until = time.monotonic() + seconds
    for stream in streams:
        stream.thread.join(max(0.0, until - time.monotonic()))


class _Stream:
    """The lines of a pipe, each with the seconds after which it came.

    Args:
        pipe: Is read to its end, which others than the program may hold open.
        began: When the run began, by the monotonic clock.
        kill: Called when more came than a run may print.
    """

    def __init__(self, pipe: BinaryIO, began: float, kill: Callable[[], None]) -> None:
        self.pipe, self.began, self.kill = pipe, began, kill
        self.lines: list[tuple[float, str]] = []
        self.full = False
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        size = 0
        with self.pipe:
            while line := self.pipe.readline(MAX_OUTPUT):
                size += len(line)
                if self.full or size > MAX_OUTPUT or len(self.lines) >= MAX_LINES:
                    self.full = True  # what still comes is thrown away
                    self.kill()
                    continue
                when = round(time.monotonic() - self.began, 4)
                text = line.decode(errors="replace")
                self.lines.append((when, text.removesuffix("\n").removesuffix("\r")))


def _end(process: subprocess.Popen) -> None:
    """End a program and what it has left, as far as that can be found."""
    with contextlib.suppress(OSError):  # it has left nothing
        if HAS_ENGINE:
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:  # of one that has ended Windows knows no children
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, capture_output=True, check=False)
    process.kill()
    process.wait()


def _status(code: int) -> int:
    """What `proof.programs.signals.ending` reads, of what `subprocess` says."""
    return -code if code < 0 else code << 8


def _short(request: Request, work: str, temporary: str, text: str) -> str:
    """A line without the paths that differ by run and by machine."""
    beside, library = os.path.split(request.library)
    names = {temporary: "/tmp", work + os.sep: "", work: "."}
    names |= {request.argv[1].replace("/", os.sep): request.argv[1]}
    names |= {request.argv[0]: request.interpreter}
    names |= {request.library: os.path.join(os.path.basename(beside), library)}
    for path, name in names.items():
        for one in (path, path.replace("\\", "\\\\")):  # as `repr` writes it
            text = text.replace(one, name)
    return text
