"""What Linux shows of a process tree under ``/proc``: who is there, in which state.

Imported by the supervisors, so by the standard library's light modules alone.
Sources: proc_pid_stat(5), proc_tid_children(5), and for ``schedstat`` the kernel's
Documentation/scheduler/sched-stats.rst.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LONGEST_COMMAND = 4096  # bytes; a process may have megabytes of it


def descendants(root: int) -> dict[int, str]:
    """Find all processes below one, zombies included.

    Returns:
        The state letter of each, by process id; the root itself is left out.
    """
    parents: dict[int, list[int]] = {}
    states: dict[int, str] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                stat = Path("/proc", entry, "stat").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, parent = fields(stat)[:2]
            parents.setdefault(int(parent), []).append(int(entry))
            states[int(entry)] = state.decode()
    found: dict[int, str] = {}
    waiting = [root]
    while waiting:
        for pid in parents.get(waiting.pop(), ()):
            found[pid] = states[pid]
            waiting.append(pid)
    return found


def children() -> list[int]:
    """Find the children of the calling thread, zombies included."""
    return [int(pid) for pid in Path("/proc/thread-self/children").read_text().split()]


def own_children() -> list[int]:
    """Find the children of every thread of this process, zombies included."""
    found: list[int] = []
    for thread in os.listdir("/proc/self/task"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            text = Path("/proc/self/task", thread, "children").read_text()
            found += map(int, text.split())
    return found


def below(root: int) -> list[int]:
    """Find the processes below one, at a price that only they decide."""
    if not can_trace():
        return list(descendants(root))
    found = [root]
    for pid in found:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                found += map(int, Path(thread, "children").read_text().split())
    return found[1:]


SHARED = Path("/dev/shm")  # where the names lie, see shm_overview(7)


def shared_memory(pid: int) -> set[int]:
    """Find the shared memory and the semaphores that a process has mapped.

    Returns:
        The numbers of their files: the kernel tells the names under which they were
        made, which are not those of today.
    """
    try:
        # A name may hold whatever else str.splitlines takes for the end of a line.
        lines = Path(f"/proc/{pid}/maps").read_text(errors="replace").split("\n")
    except OSError:
        return set()
    mapped = [parts for line in lines if len(parts := line.split(maxsplit=5)) == 6]
    return {int(p[4]) for p in mapped if p[5].startswith(f"{SHARED}/")}


def remove_shared_memory(numbers: set[int]) -> None:
    """Remove the names of shared memory that nobody is left to remove."""
    for entry in os.scandir(SHARED) if numbers else ():
        if entry.inode() in numbers:
            with contextlib.suppress(OSError):  # it is gone, or another's now
                os.unlink(entry.path)


def describe(pid: int) -> dict | None:
    """Say what a process is, or None when it is gone or a zombie.

    Returns:
        Its ``pid``, ``parent``, ``state`` and ``command``: those of its first thread,
        or, where that one has ended alone, of another.
    """
    for thread in threads(pid):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state, parent = fields(Path(f"/proc/{thread}/stat").read_bytes())[:2]
            if state not in b"ZX":
                about = {"pid": pid, "parent": int(parent), "state": state.decode()}
                return about | {"command": command(thread)}
    return None


def threads(pid: int) -> Iterator[int]:
    """Yield the first thread of a process, and then all, as far as they are there."""
    yield pid
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        yield from map(int, os.listdir(f"/proc/{pid}/task"))


def command(pid: int) -> str:
    """Read a process's command line, or as much of it as anyone would read.

    Raises:
        OSError: The process is gone.
    """
    with open(f"/proc/{pid}/cmdline", "rb", buffering=0) as file:
        words = file.read(LONGEST_COMMAND).rstrip(b"\0").split(b"\0")
    return b" ".join(words).decode(errors="replace").strip()


def state(pid: int) -> str:
    """The state letter of a process; an empty one when it is gone."""
    try:
        return fields(Path(f"/proc/{pid}/stat").read_bytes())[0].decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def began(pid: int) -> int:
    """When a process began, in ticks since the machine did; 0 when it is gone.

    Together with its number this tells it from a later one of the same number.
    """
    try:
        return int(fields(Path(f"/proc/{pid}/stat").read_bytes())[19])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def ignores(pid: int, number: int) -> bool:
    """Whether a process ignores a signal, or is gone; see proc_pid_status(5)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_bytes().split(b"\n")
    except (FileNotFoundError, ProcessLookupError):
        return True
    masks = [int(line.split()[1], 16) for line in lines if line.startswith(b"SigIgn:")]
    return any(mask >> (number - 1) & 1 for mask in masks)


def runnable() -> int:
    """Count the threads of the whole machine that run or wait for a CPU."""
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[0])


class Times(NamedTuple):
    """What a thread did: seconds on a CPU, seconds ready for one, times it got one."""

    ran: float = 0.0
    ready: float = 0.0
    turns: int = 0


def open_times(pid: int) -> int:
    """A descriptor for `times`, or -1 where the kernel does not keep them."""
    try:
        return os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return -1


def times(descriptor: int) -> Times:
    """Read the times of a process's first thread, which may be a zombie."""
    ran, ready, turns = map(int, os.pread(descriptor, 64, 0).split())
    return Times(ran / 1e9, ready / 1e9, turns)


def can_trace() -> bool:
    """Whether this kernel shows all that a trace needs."""
    return os.path.exists(f"/proc/{os.getpid()}/task/{os.getpid()}/children")


def fields(stat: bytes) -> list[bytes]:
    """Split a stat file; the first field returned is the third, the state."""
    # The second field, the command, may hold blanks and brackets. What follows it
    # begins with field 3, the state.
    return stat[stat.rindex(b")") + 2 :].split()
