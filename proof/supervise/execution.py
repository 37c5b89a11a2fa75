"""One run of a program: started, watched, limited, and ended with all that it started.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os
import select
import signal
import socket
import time
from collections.abc import Callable

from proof.supervise import containment, dumps, folders, procfs
from proof.supervise.containment import LINUX
from proof.supervise.launch import launch
from proof.supervise.paths import Paths
from proof.supervise.request import MAX_PROCESSES, Request
from proof.supervise.sampler import Sampler
from proof.supervise.streams import Streams
from proof.supervise.usage import Usage

INTERVAL = 0.005  # seconds between two samples of a trace
PATROL = 0.05  # seconds between two looks at a run that is not traced
SHARE = 0.25  # of a CPU that watching a run of very many threads may take
GRACE = 2.0  # seconds that processes may take to end after the main one, under load


class Execution:
    """One run, from the first fork to the last descendant's end."""

    def __init__(self, request: Request, builder: socket.socket, folder: str) -> None:
        self.request = request
        self.builder = builder
        self.folder = folder
        self.usage = Usage(folders.above(self.folder))
        self.paths = Paths(self.folder, request)
        self.pid = 0  # until it has been started
        self.pidfd = self.times = -1
        self.ended = False
        self.reached: str | None = None
        self.status: int | None = None
        self.cpu = 0.0
        self.peak_rss = 0
        self.sampler: Sampler | None = None
        self.shared: set[int] = set()  # what killed processes cannot remove
        self.main = procfs.Times()  # of the main process's first thread

    def supervise(self) -> dict:
        """Run the program once and return what happened.

        Raises:
            OSError: The machine lacks what a run needs; nothing is left of it.
        """
        with contextlib.ExitStack() as afterwards:
            self.streams = Streams()
            afterwards.callback(self._end)
            afterwards.callback(self._close)  # first: it makes room for what is last
            return self._run()

    def _run(self) -> dict:
        self._start()
        self._watch(until=lambda: self.status is not None, limit=self.request.limit)
        wall = self.streams.now
        stood: list[dict] = []
        if self.reached == "time":
            pids, self.shared = dumps.stop(self.pid)
            stood = dumps.take(pids, self.streams, self.paths.printed)
        left = self._linger() if self.status is not None else []
        trace = self._trace()
        self._end()
        if not self.reached:
            self.streams.drain()
        return {
            "status": self.status,
            "reached": self.reached,
            "wall": wall,
            "cpu": self.cpu,
            "peak_rss": self.peak_rss,
            "stdout": self.streams.stdout.lines(self.paths.printed),
            "stderr": self.streams.stderr.lines(self.paths.printed),
            "left": [self._named(about) for about in left],
            "dumps": [self._named(about) for about in stood],
            "trace": trace,
        }

    def _start(self) -> None:
        self.pid = launch(self.request, self.folder, self.streams.theirs)
        self.streams.release()
        self.pidfd = os.pidfd_open(self.pid) if LINUX else -1
        self.times = procfs.open_times(self.pid) if LINUX else -1
        if self.request.observe and LINUX and procfs.can_trace():
            self.sampler = Sampler(os.getpid())

    def _watch(self, until: Callable[[], bool], limit: float) -> None:
        """Read output, reap, and sample, until a condition or a limit is met."""
        interval = INTERVAL if self.sampler or not LINUX else PATROL
        due, held = time.monotonic(), False
        while not until() and not self.reached:
            waited_for = {*self.streams.open, self.builder.fileno()}
            if LINUX and self.status is None and not held:
                waited_for.add(self.pidfd)
            wait = max(0.0, due - time.monotonic())
            ready = select.select(list(waited_for), [], [], wait)[0]
            if self.builder.fileno() in ready:
                raise SystemExit(1)  # the builder is gone
            for descriptor in self.streams.open.intersection(ready):
                self.streams.read(descriptor)
            self.reached = "output" if self.streams.full else None
            self._reap()
            # It has ended, and a child that traces it keeps it from being waited for.
            held = self.pidfd in ready and self.status is None
            if time.monotonic() >= due:
                due, spent = time.monotonic(), time.thread_time()
                self._patrol()
                due += max(interval, (time.thread_time() - spent) / SHARE)
            if self.streams.now > limit:
                self.reached = self.reached or "time"

    def _patrol(self) -> None:
        if self.sampler:
            self.sampler.sample(self.streams.now)
            alive = list(self.sampler.live)
        else:
            alive = procfs.below(os.getpid()) if LINUX else []
        many = "processes" if len(alive) > MAX_PROCESSES else None
        self.reached = self.reached or many or self.usage.excess(alive)

    def _reap(self) -> None:
        if self.status is None and self.times >= 0:
            self.main = procfs.times(self.times)
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
                if pid == 0:
                    break
                if os.WIFSTOPPED(status):  # it has us as its tracer, and stands still
                    continue
                self.cpu += usage.ru_utime + usage.ru_stime
                scale = 1024 if LINUX else 1  # getrusage(2): KiB there, bytes on macOS
                self.peak_rss = max(self.peak_rss, usage.ru_maxrss * scale)
                if self.sampler:
                    self.sampler.ended(pid, status)
                if pid == self.pid:
                    self.status = status

    def _linger(self) -> list[dict]:
        """Wait for what outlives the main process; return what does not end."""
        if not LINUX or self.reached or not procfs.children():
            return []
        deadline = self.streams.now + (self.request.linger or GRACE)
        self._watch(
            # All that is left of the run descends from a child of this subreaper.
            until=lambda: not procfs.children() or self.streams.now > deadline,
            limit=float("inf"),
        )
        left = containment.left(self._reap)
        if left is None:
            self.reached = "storm"
        return left or []

    def _end(self) -> None:
        """End every process of the run, and remove the shared memory that it had."""
        if self.ended:
            return
        if LINUX:
            for pid in procfs.descendants(os.getpid()) if procfs.children() else ():
                self.shared |= procfs.shared_memory(pid)
            containment.end_all(keep=set(), reap=self._reap)
            procfs.remove_shared_memory(self.shared)
        elif self.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            while self.status is None:
                self._reap()
                time.sleep(0.001)
        self.ended = True

    def _close(self) -> None:
        self.streams.close()
        if self.pidfd >= 0:
            os.close(self.pidfd)
            self.pidfd = -1
        if self.times >= 0:
            os.close(self.times)
            self.times = -1
        if self.sampler:
            self.sampler.close()

    def _trace(self) -> dict | None:
        if not self.sampler:
            return None
        trace = self.sampler.trace()
        return trace | {"processes": [self._named(one) for one in trace["processes"]]}

    def _named(self, about: dict) -> dict:
        command = about["command"]
        if about["pid"] == self.pid:  # it may have been seen before it was the program
            command = " ".join(self.request.argv)
        return about | {"command": self.paths.command(command)}
