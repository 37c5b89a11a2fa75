"""A trace: the states of every thread of a process tree over time, sampled from /proc.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
from pathlib import Path

from proof.supervise import procfs
from proof.supervise.seen import Process, Thread, in_order


class Sampler:
    """Watches all descendants of a process, tick by tick.

    Each descriptor stays open: reading it again costs a tenth of opening it, and it
    never shows a later process that was given the same id. A thread that has not
    been on a CPU since the last tick is not read again, which makes waiting cheap, and
    nobody is asked for children while none can have been born.

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

    def sample(self, now: float) -> None:
        """Take one sample.

        Args:
            now: Seconds since the start of the run.
        """
        tick = len(self.ticks)
        self.ticks.append(now)
        everything = self.refresh or tick % self.REFRESH == 0
        self.refresh = False
        # The last field is the id that was given out last: while it stays the same,
        # no process and no thread has begun anywhere.
        newest_id = os.pread(self.newest, 128, 0).split()[-1]
        self.born = everything or newest_id != self.newest_id
        self.newest_id = newest_id
        waiting = os.pread(self.children, 65536, 0).split()
        for process in list(self.live.values()):
            waiting += self._read(process, tick, everything)
        while waiting:
            pid = int(waiting.pop())
            if pid not in self.live and (process := self._meet(pid, tick)):
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
        os.close(self.children)
        os.close(self.newest)
        for process in self.live.values():
            for thread in process.threads.values():
                thread.close()
        units = [round(now * 10_000) for now in self.ticks]
        processes = in_order([*self.dead, *self.live.values()])
        return {
            "ticks": [b - a for a, b in zip([0, *units], units, strict=False)],
            "processes": [process.seen() for process in processes],
        }

    def _meet(self, pid: int, tick: int) -> Process | None:
        try:
            tasks = os.open(f"/proc/{pid}/task", os.O_RDONLY | os.O_DIRECTORY)
        except (FileNotFoundError, ProcessLookupError):
            return None
        self.live[pid] = Process(pid, tasks, tick)
        return self.live[pid]

    def _read(self, process: Process, tick: int, everything: bool) -> list[bytes]:
        """Read the threads of a process; return the ids of its children."""
        children: list[bytes] = []
        changed = self.born
        for thread in list(process.threads.values()):
            try:
                schedstat = os.pread(thread.files[0], 64, 0)
                idle = schedstat == thread.schedstat and thread.letters[-1] not in "Rr"
                if idle and not everything:
                    thread.letters.append(thread.letters[-1])
                    continue
                self._state(process, thread, schedstat, tick)
                if self.born:
                    children += os.pread(thread.files[2], 65536, 0).split()
            except (ProcessLookupError, FileNotFoundError):
                changed = True
                thread.close()
                process.past.append(process.threads.pop(thread.id))
        if everything:  # a new program may have been loaded
            process.command = self._command(process.id) or process.command
        if (changed or not process.threads) and not self._threads(process, tick):
            process.last = tick
            os.close(process.tasks)
            self.dead.append(self.live.pop(process.id))
            self.refresh = True  # its children have a new parent now
        return children

    def _threads(self, process: Process, tick: int) -> bool:
        """Meet new threads; return whether any is left."""
        try:
            tids = os.listdir(process.tasks)
        except (ProcessLookupError, FileNotFoundError):
            tids = []
        for tid in map(int, tids):
            if tid in process.threads:
                continue
            files: list[int] = []
            thread = Thread(tid, files, tick)
            try:
                for name in ("schedstat", "stat", "children"):
                    path = f"/proc/{process.id}/task/{tid}/{name}"
                    files.append(os.open(path, os.O_RDONLY))
                self._state(process, thread, os.pread(files[0], 64, 0), tick)
            except (ProcessLookupError, FileNotFoundError):
                thread.close()
                continue
            process.threads[tid] = thread
            self.refresh = True  # it may have children already
        return bool(process.threads)

    def _state(
        self, process: Process, thread: Thread, schedstat: bytes, tick: int
    ) -> None:
        stat = os.pread(thread.files[1], 1024, 0)
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

    @staticmethod
    def _command(pid: int) -> str:
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return ""
        return b" ".join(words).decode(errors="replace").strip()
