"""A trace: the states of every thread of a process tree over time, sampled from /proc.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os
import resource

from proof.supervise import procfs
from proof.supervise.request import MAX_PROCESSES
from proof.supervise.seen import FILES, FULL, Process, Thread, in_order, meet

RESERVE = 64  # descriptors that a supervisor needs for all else that it does


class Sampler:
    """Watches all descendants of a process, tick by tick.

    Each descriptor stays open: reading it again costs a tenth of opening it, and it
    never shows a later process that was given the same id. A thread that has not
    been on a CPU since the last tick is not read again, which makes waiting cheap, and
    nobody is asked for children while none can have been born. Threads for which there
    is no descriptor left are read more rarely, with ``REFRESH``.

    Args:
        root: The process whose descendants are watched.
    """

    REFRESH = 16  # every so many ticks everything is read, whatever schedstat says

    def __init__(self, root: int) -> None:
        self.root = root
        self.ticks: list[float] = []
        self.live: dict[int, Process] = {}
        self.dead: list[Process] = []
        self.refresh = True
        self.born = True
        self.children = os.open(f"/proc/{root}/task/{root}/children", os.O_RDONLY)
        self.newest = os.open("/proc/loadavg", os.O_RDONLY)
        self.newest_id = b""
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.room = max(0, limit - RESERVE) // len(
            FILES
        )  # threads whose files stay open

    def sample(self, now: float) -> None:
        """Take one sample.

        Args:
            now: Seconds since the start of the run.
        """
        tick = len(self.ticks)
        self.ticks.append(now)
        everything, self.refresh = self.refresh or tick % self.REFRESH == 0, False
        # The last field is the id that was given out last: while it stays the same,
        # no process and no thread has begun anywhere.
        newest_id = os.pread(self.newest, 128, 0).split()[-1]
        self.born = everything or newest_id != self.newest_id
        self.newest_id = newest_id
        waiting = os.pread(self.children, 65536, 0).split()
        for process in list(self.live.values()):
            waiting += self._read(process, tick, everything)
        while waiting and len(self.live) <= MAX_PROCESSES:  # more than that are ended
            pid = int(waiting.pop())
            if pid not in self.live and (process := meet(pid, tick)):
                self.live[pid] = process
                waiting += self._read(process, tick, True)

    def ended(self, pid: int, status: int) -> None:
        """Note how a process ended, for one that the supervisor itself waited for.

        Args:
            pid: The process.
            status: As wait(2) gives it.
        """
        if pid in self.live:
            self.live[pid].status = status

    def trace(self) -> dict:
        """End the sampling and return what was seen, ready for JSON.

        Returns:
            ``ticks``: when each sample was taken, in units of 0.1 ms, each as the
            difference from the one before. ``processes``: for each process its
            ``pid``, ``command``, ``first`` and ``last`` tick (None: was alive at the
            end), ``parents`` (pairs of tick and parent's id), ``status`` (as wait(2)
            gives it, or None) and ``threads``. A thread has ``tid``, ``name``,
            ``first`` tick, ``states``, and seconds of ``cpu`` and of ``ready`` time
            (able to run, waiting for a CPU). States are run-length encoded letters,
            one a tick: ``"S12R3"``; the kernel's letters, and ``r`` where a thread
            in state R mostly waited for a CPU.
        """
        units = [round(now * 10_000) for now in self.ticks]
        ticks = [b - a for a, b in zip([0, *units], units, strict=False)]
        met = in_order([*self.dead, *self.live.values()])
        return {"ticks": ticks, "processes": [process.seen() for process in met]}

    def close(self) -> None:
        os.close(self.children)
        os.close(self.newest)
        for process in self.live.values():
            process.close()
        self.live = {}

    def _read(self, process: Process, tick: int, everything: bool) -> list[bytes]:
        """Read the threads of a process; return the ids of its children."""
        children: list[bytes] = []
        changed = self.born
        for thread in list(process.threads.values()):
            try:
                schedstat = thread.schedstat
                if thread.files or everything:
                    schedstat = thread.read(0)
                idle = schedstat == thread.schedstat and thread.letters[-1] not in "Rr"
                if not everything and (idle or not thread.files):
                    thread.letters.append(thread.letters[-1])
                    continue
                born = thread.read(2).split() if self.born else []
                self._state(process, thread, schedstat, tick)
                children += born
            except OSError as error:
                if error.errno in FULL:
                    thread.letters.append(thread.letters[-1])
                    continue
                changed = True
                self._close(thread)
                process.past.append(process.threads.pop(thread.id))
        if everything:  # a new program may have been loaded
            with contextlib.suppress(OSError):
                process.command = procfs.command(process.id) or process.command
        if (changed or not process.threads) and not self._threads(process, tick):
            process.last = tick
            process.close()
            self.dead.append(self.live.pop(process.id))
            self.refresh = True  # its children have a new parent now
        return children

    def _threads(self, process: Process, tick: int) -> bool:
        """Meet new threads; return whether any is left."""
        try:
            tids = os.listdir(process.tasks)
        except OSError as error:
            tids = list(process.threads) if error.errno in FULL else []
        for tid in map(int, tids):
            if tid in process.threads:
                continue
            thread = Thread(tid, f"/proc/{process.id}/task/{tid}", tick)
            try:
                if self.room:
                    thread.open()
                    self.room -= 1
                self._state(process, thread, thread.read(0), tick)
            except OSError as error:
                self._close(thread)
                self.room *= error.errno not in FULL  # others have taken it
                continue
            process.threads[tid] = thread
            self.refresh = True  # it may have children already
        return bool(process.threads)

    def _close(self, thread: Thread) -> None:
        self.room += bool(thread.files)
        thread.close()

    def _state(
        self, process: Process, thread: Thread, schedstat: bytes, tick: int
    ) -> None:
        stat = thread.read(1)
        fields = procfs.fields(stat)
        letter = fields[0].decode()
        thread.name = stat[stat.index(b"(") + 1 : stat.rindex(b")")].decode(
            errors="replace"
        )
        if schedstat != thread.schedstat:
            cpu, ready = map(int, schedstat.split()[:2])
            self._settle(thread, cpu - thread.spent[0], ready - thread.spent[1])
            thread.spent, thread.schedstat = (cpu, ready), schedstat
        thread.letters.append(letter)
        thread.unsure += letter == "R"
        if thread.id == process.id:
            parent = int(fields[1])
            if not process.parents or process.parents[-1][1] != parent:
                process.parents.append((tick, parent))
            if letter == "Z":
                if process.status is None:
                    self.refresh = True
                process.status = int(fields[49])

    @staticmethod
    def _settle(thread: Thread, cpu: int, ready: int) -> None:
        """Now that its times are known, tell running from waiting for a CPU.

        The kernel brings these times up to date when a thread is switched or at a
        clock tick, so what a letter R meant is known some samples later.
        """
        if thread.unsure and ready > cpu:
            for i in range(len(thread.letters) - thread.unsure, len(thread.letters)):
                thread.letters[i] = thread.letters[i].replace("R", "r")
        thread.unsure = 0
