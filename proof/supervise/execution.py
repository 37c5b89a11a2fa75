"""One run of a program: started, watched, limited, and ended with all that it started.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os
import resource
import select
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from proof.supervise import containment, procfs, streams
from proof.supervise.containment import LINUX
from proof.supervise.paths import Paths
from proof.supervise.request import MAX_OUTPUT, MAX_PROCESSES, Request
from proof.supervise.sampler import Sampler

INTERVAL = 0.005  # seconds between two samples of a trace
PATROL = 0.05  # seconds between two looks at a run that is not traced
GRACE = 2.0  # seconds that processes may take to end after the main one, under load


class Execution:
    """One run, from the first fork to the last descendant's end."""

    def __init__(self, request: Request, builder: socket.socket, folder: str) -> None:
        self.request = request
        self.builder = builder
        self.folder = os.path.realpath(tempfile.mkdtemp(dir=folder))
        self.paths = Paths(self.folder, request)
        self.streams: dict[int, streams.Stream] = {}
        self.reached: str | None = None
        self.status: int | None = None
        self.cpu = 0.0
        self.peak_rss = 0
        self.sampler: Sampler | None = None
        self.shared: set[int] = set()  # what killed processes cannot remove

    def supervise(self) -> dict:
        """Run the program once and return what happened."""
        try:
            self._start()
            self._watch(until=lambda: self.status is not None, limit=self.request.limit)
            wall = self._now()
            dumps = self._abort() if self.reached == "time" else []
            left = self._linger() if self.status is not None else []
            trace = self._trace()
            self._end()
            self._drain()
        except BaseException:
            self._end()
            raise
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
        return {
            "status": self.status,
            "reached": self.reached,
            "wall": wall,
            "cpu": self.cpu,
            "peak_rss": self.peak_rss,
            "stdout": self.stdout.lines(self.paths.printed),
            "stderr": self.stderr.lines(self.paths.printed),
            "left": [self._named(about) for about in left],
            "dumps": [self._named(about) for about in dumps],
            "trace": trace,
        }

    def _start(self) -> None:
        for name, text in self.request.files.items():
            file = Path(self.folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        terminal, their_terminal = streams.terminal()
        errors, their_errors = os.pipe()
        for descriptor in (terminal, errors):
            os.set_blocking(descriptor, False)
        self.stdout, self.stderr = streams.Stream(), streams.Stream()
        self.streams = {terminal: self.stdout, errors: self.stderr}
        self.began = time.monotonic()
        supervisor = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            self._become(supervisor, their_terminal, their_errors)
        os.close(their_terminal)
        os.close(their_errors)
        self.pidfd = os.pidfd_open(self.pid) if LINUX else -1
        if self.request.observe and LINUX and procfs.can_trace():
            self.sampler = Sampler(supervisor)

    def _become(self, supervisor: int, terminal: int, errors: int) -> None:
        """In the child: become the program."""
        try:
            os.setsid()
            containment.die_with_parent(signal.SIGKILL)
            if os.getppid() != supervisor:  # it died before the line above
                os._exit(1)
            # Whoever started the builder may have had signals ignored, as nohup does.
            for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(terminal, 1)
            os.dup2(errors, 2)
            os.chdir(self.folder)
            environment = self.request.env | {"HOME": self.folder, "PWD": self.folder}
            os.execve(self.request.argv[0], self.request.argv, environment)
        except BaseException as error:
            os.write(2, f"cannot start {self.request.argv[0]}: {error}\n".encode())
        finally:
            os._exit(127)

    def _now(self) -> float:
        return time.monotonic() - self.began

    def _watch(self, until: Callable[[], bool], limit: float) -> None:
        """Read output, reap, and sample, until a condition or a limit is met."""
        interval = INTERVAL if self.sampler else PATROL
        descriptors = [*self.streams, self.builder.fileno()]
        if LINUX:
            descriptors.append(self.pidfd)
        else:
            interval = INTERVAL
        due = time.monotonic()
        while not until() and not self.reached:
            wait = max(0.0, due - time.monotonic())
            ready = select.select([d for d in descriptors if d >= 0], [], [], wait)[0]
            for descriptor in ready:
                if descriptor in self.streams:
                    if not self._read(descriptor):
                        descriptors.remove(descriptor)
                elif descriptor == self.builder.fileno():
                    raise SystemExit(1)  # the builder is gone
            self._reap()
            if self.status is not None and LINUX and self.pidfd in descriptors:
                descriptors.remove(self.pidfd)
            if time.monotonic() >= due:
                due = time.monotonic() + interval
                self._patrol()
            if self._now() > limit:
                self.reached = self.reached or "time"

    def _patrol(self) -> None:
        if self.sampler:
            self.sampler.sample(self._now())
            alive = len(self.sampler.live)
        else:
            alive = procfs.count(os.getpid()) if LINUX else 0
        if alive > MAX_PROCESSES:
            self.reached = "processes"

    def _read(self, descriptor: int) -> bool:
        """Take what a stream has to give; return whether it is still open."""
        try:
            data = os.read(descriptor, 65536)
        except BlockingIOError:
            return True
        except OSError:  # EIO: the terminal's other side was closed by all
            data = b""
        self.streams[descriptor].add(self._now(), data)
        if sum(stream.size for stream in self.streams.values()) > MAX_OUTPUT:
            self.reached = "output"
        return bool(data)

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
                if pid == 0:
                    break
                self.cpu += usage.ru_utime + usage.ru_stime
                scale = 1024 if LINUX else 1  # getrusage(2): KiB there, bytes on macOS
                self.peak_rss = max(self.peak_rss, usage.ru_maxrss * scale)
                if self.sampler:
                    self.sampler.ended(pid, status)
                if pid == self.pid:
                    self.status = status

    def _linger(self) -> list[dict]:
        """Wait for what outlives the main process; return what does not end."""
        if not LINUX or self.reached:
            return []
        if not procfs.children():
            return []
        deadline = self._now() + (self.request.linger or GRACE)
        self._watch(
            # All that is left of the run descends from a child of this subreaper.
            until=lambda: not procfs.children() or self._now() > deadline,
            limit=float("inf"),
        )
        for _ in range(10):
            self._reap()
            pids = sorted(procfs.descendants(os.getpid()))
            left = [found for pid in pids if (found := procfs.describe(pid))]
            if left or not pids:
                return left
        # Each has ended before it could be looked at, and always there is another.
        self.reached = "storm"
        return []

    def _abort(self) -> list[dict]:
        """Have every process dump its stacks, one by one, while the rest stands still.

        A process that gets SIGABRT and SIGCONT while it is stopped handles the first
        before anything else, so each dump shows where the hang was.
        """
        pids = sorted(procfs.descendants(os.getpid())) if LINUX else [self.pid]
        for pid in pids:
            containment.send(pid, signal.SIGSTOP)
            self.shared |= procfs.shared_memory(pid)
        dumps = []
        for pid in pids:
            about = procfs.describe(pid) if LINUX else {"pid": pid, "command": ""}
            if not about:
                continue
            self._read_errors()
            before = len(self.stderr.data)
            containment.send(pid, signal.SIGABRT)
            containment.send(pid, signal.SIGCONT)
            deadline = time.monotonic() + 1
            while time.monotonic() < deadline and (not LINUX or procfs.describe(pid)):
                time.sleep(0.002)
                self._read_errors()
            self._read_errors()
            text = bytes(self.stderr.data[before:])
            del self.stderr.data[before:]
            text = self.paths.printed(text).decode(errors="replace")
            dumps.append({**about, "text": text})
        return dumps

    def _read_errors(self) -> None:
        descriptor = list(self.streams)[1]
        with contextlib.suppress(BlockingIOError):
            while data := os.read(descriptor, 65536):
                self.stderr.add(self._now(), data)

    def _end(self) -> None:
        """End every process of the run, and remove the shared memory that it had."""
        if LINUX:
            for pid in procfs.descendants(os.getpid()) if procfs.children() else ():
                self.shared |= procfs.shared_memory(pid)
            containment.end_all(keep=set(), reap=self._reap)
            procfs.remove_shared_memory(self.shared)
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            while self.status is None:
                self._reap()
                time.sleep(0.001)
        if LINUX and self.pidfd >= 0:
            os.close(self.pidfd)
            self.pidfd = -1

    def _drain(self) -> None:
        """Read what is still in the streams; a second at most, and close them."""
        open_ones = set(self.streams)
        deadline = time.monotonic() + 1
        while open_ones and not self.reached and time.monotonic() < deadline:
            for descriptor in select.select(list(open_ones), [], [], 0.05)[0]:
                if not self._read(descriptor):
                    open_ones.discard(descriptor)
        for descriptor in self.streams:
            os.close(descriptor)

    def _trace(self) -> dict | None:
        if not self.sampler:
            return None
        trace = self.sampler.trace()
        trace["processes"] = [self._named(process) for process in trace["processes"]]
        return trace

    def _named(self, about: dict) -> dict:
        command = about["command"]
        if about["pid"] == self.pid:  # it may have been seen before it was the program
            command = " ".join(self.request.argv)
        return about | {"command": self.paths.command(command)}
