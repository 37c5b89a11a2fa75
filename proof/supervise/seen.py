"""What is seen of a run's processes and threads while they are sampled.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import errno
import os
from dataclasses import dataclass, field

# What is read of a thread, and how many bytes of it.
FILES = (("schedstat", 64), ("stat", 1024), ("children", 65536))
FULL = (errno.EMFILE, errno.ENFILE)  # no descriptor left for this process, or for any


@dataclass
class Thread:
    """One thread while it is sampled; ``letters`` has one entry for each tick.

    Attributes:
        files: Descriptors of ``FILES``; none where there was no room for them.
    """

    id: int
    folder: str
    first: int
    files: list[int] = field(default_factory=list)
    name: str = ""
    letters: list[str] = field(default_factory=list)
    schedstat: bytes = b""
    spent: tuple[int, int] = (0, 0)
    unsure: int = 0

    def open(self) -> None:
        """Keep its files open.

        Raises:
            OSError: It is gone, or there is no descriptor left; none is kept then.
        """
        try:
            for name, _ in FILES:
                self.files.append(os.open(f"{self.folder}/{name}", os.O_RDONLY))
        except OSError:
            self.close()
            raise

    def read(self, which: int) -> bytes:
        """Read one of its ``FILES``.

        Raises:
            OSError: It is gone, or there is no descriptor left.
        """
        name, size = FILES[which]
        if self.files:
            return os.pread(self.files[which], size, 0)
        file = os.open(f"{self.folder}/{name}", os.O_RDONLY)
        try:
            return os.read(file, size)
        finally:
            os.close(file)

    def close(self) -> None:
        for descriptor in self.files:
            os.close(descriptor)
        self.files = []

    def seen(self) -> dict:
        """Describe it, ready for JSON; see `proof.supervise.sampler.Sampler.trace`."""
        return {
            "tid": self.id,
            "name": self.name,
            "first": self.first,
            "states": _run_lengths(self.letters),
            "cpu": round(self.spent[0] / 1e9, 6),
            "ready": round(self.spent[1] / 1e9, 6),
        }


@dataclass
class Process:
    """One process while it is sampled.

    Attributes:
        tasks: The folder of its threads: a descriptor, or a path without room for one.
    """

    id: int
    tasks: int | str
    first: int
    threads: dict[int, Thread] = field(default_factory=dict)
    past: list[Thread] = field(default_factory=list)
    parents: list[tuple[int, int]] = field(default_factory=list)
    status: int | None = None
    command: str = ""
    last: int | None = None

    def close(self) -> None:
        if isinstance(self.tasks, int):
            os.close(self.tasks)
        for thread in self.threads.values():
            thread.close()

    def seen(self) -> dict:
        """Describe it, ready for JSON; see `proof.supervise.sampler.Sampler.trace`."""
        threads = in_order([*self.past, *self.threads.values()])
        return {
            "pid": self.id,
            "command": self.command,
            "first": self.first,
            "last": self.last,
            "parents": self.parents,
            "status": self.status,
            "threads": [thread.seen() for thread in threads],
        }


def meet(pid: int, tick: int) -> Process | None:
    """Begin to watch a process, if it is there."""
    tasks: int | str = f"/proc/{pid}/task"
    try:
        tasks = os.open(tasks, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        if error.errno not in FULL:
            return None
    return Process(pid, tasks, tick)


def in_order(met: list[Thread] | list[Process]) -> list:
    """Threads or processes as they were met; at one tick, by their ids."""
    return sorted(met, key=lambda one: (one.first, one.id))


def _run_lengths(letters: list[str]) -> str:
    parts: list[str] = []
    start = 0
    for i in range(1, len(letters) + 1):
        if i == len(letters) or letters[i] != letters[start]:
            parts.append(f"{letters[start]}{i - start}")
            start = i
    return "".join(parts)
