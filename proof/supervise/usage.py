"""How much memory and disk a run takes, looked at now and then.

Imported by the supervisors, so by the standard library's light modules alone. Source:
proc_pid_statm(5), proc_pid_smaps(5).
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterable

from proof.supervise import memory, neighbours, procfs
from proof.supervise.request import MAX_DISK, MAX_MEMORY

INTERVAL = 0.05  # seconds between two looks, at least
SHARE = 4  # so many times what a look takes passes until the next


class Usage:
    """Looks at a run that has not begun yet.

    A limit on address space would be the kernel's own, and would end a program of 400
    threads that uses 20 MiB. What is sampled can be passed by what a program writes
    between two looks.

    Args:
        folder: Where all is that the run writes on disk.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.due = 0.0
        self.places = [
            folder,
            *([str(procfs.SHARED)] if procfs.SHARED.is_dir() else []),
        ]
        self.free = [_free(place) for place in self.places]
        self.shared = _shared()
        self.clocks: dict[int, float] = {}

    @property
    def cpu(self) -> float:
        """Seconds of CPU time that the run's processes were seen to take.

        It has those too for whom nobody waited, such as the children of a process that
        ignores SIGCHLD, and lacks what each took after the last look.
        """
        return sum(self.clocks.values())

    def excess(self, pids: list[int]) -> str | None:
        """Say which limit a run has passed, ``"memory"`` or ``"disk"``, if any.

        Args:
            pids: The run's processes.
        """
        began = time.monotonic()
        if began < self.due:
            return None
        for pid in pids:
            with contextlib.suppress(OSError):
                self.clocks[pid] = neighbours.clock(pid)
        found = None
        if memory.taken(pids) > MAX_MEMORY or self._nameless(pids) > MAX_MEMORY:
            found = "memory"
        elif self._disk(pids) > MAX_DISK:
            found = "disk"
        ended = time.monotonic()
        self.due = ended + max(INTERVAL, SHARE * (ended - began))
        return found

    def _nameless(self, pids: list[int]) -> int:
        """Bytes in files that lie in memory and have no name, see memfd_create(2)."""
        if _shared() - self.shared <= MAX_MEMORY:  # of the whole machine
            return 0
        return sum(
            dict(_open_files(pids, lambda about: about.st_dev == MEMFD)).values()
        )

    def _disk(self, pids: list[int]) -> int:
        """Bytes in the folder, and in files that have no name there any more."""
        seen = dict(_files(self.folder))
        lost = [
            a - _free(place) for a, place in zip(self.free, self.places, strict=True)
        ]
        if max(lost) > MAX_DISK:  # by whomever: only then is the dear look worth it
            disk, *shared = (os.stat(place).st_dev for place in self.places)
            # Of those on disk such as have lost their names: others may be anybody's.
            seen |= dict(
                _open_files(
                    pids,
                    lambda about: (
                        about.st_dev in shared
                        or (about.st_dev == disk and about.st_nlink == 0)
                    ),
                )
            )
        return sum(seen.values())


def _shared() -> int:
    """Bytes of the machine's memory that are files', shared memory or anonymous."""
    with contextlib.suppress(OSError), open("/proc/meminfo", "rb") as file:
        for line in file:
            if line.startswith(b"Shmem:"):
                return int(line.split()[1]) << 10
    return 0


def _device() -> int:
    """Where the files of memfd_create(2) are."""
    if not hasattr(os, "memfd_create"):
        return -1
    known = os.memfd_create("")
    try:
        return os.fstat(known).st_dev
    finally:
        os.close(known)


MEMFD = _device()


def _free(place: str) -> int:
    about = os.statvfs(place)
    return about.f_bfree * about.f_frsize


def _files(folder: str) -> Iterable[tuple[tuple[int, int], int]]:
    """Device, number and bytes on disk of all files below a folder."""
    waiting = [folder]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                with contextlib.suppress(OSError):
                    yield _size(entry.stat(follow_symlinks=False))


def _open_files(
    pids: list[int], wanted: Callable[[os.stat_result], bool]
) -> Iterable[tuple[tuple[int, int], int]]:
    """The same of some files that processes have open, or mapped."""
    for pid in pids:
        for place in (
            f"/proc/{pid}/map_files",
            # A thread may have descriptors of its own, see unshare(2).
            *(f"/proc/{pid}/task/{thread}/fd" for thread in procfs.threads(pid)),
        ):
            with contextlib.suppress(OSError):
                for name in os.listdir(place):
                    with contextlib.suppress(OSError):
                        about = os.stat(f"{place}/{name}")
                        if wanted(about):
                            yield _size(about)


def _size(about: os.stat_result) -> tuple[tuple[int, int], int]:
    return (about.st_dev, about.st_ino), about.st_blocks * 512
