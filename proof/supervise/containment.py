"""What keeps a program and all that it starts within reach, and ends it.

A subreaper adopts every descendant whose parent ends, see prctl(2), so nothing that a
program starts gets away from its supervisor. Imported by the supervisors, so by the
standard library's light modules alone.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable

from proof.supervise import procfs

LINUX = sys.platform == "linux"  # elsewhere a process group is what can be ended

INIT = 1  # the number of a PID namespace's first process
IOPRIO_GET = {"x86_64": 252, "aarch64": 31}
PR_SET_PDEATHSIG = 1  # prctl(2)
PR_SET_TIMERSLACK = 29
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans(adopt: bool = True) -> None:
    """Become a child subreaper, where there is such a thing, or be one no longer."""
    _prctl(PR_SET_CHILD_SUBREAPER, int(adopt))


def die_with_parent(number: int) -> None:
    """Have the kernel send this process a signal when its parent dies."""
    _prctl(PR_SET_PDEATHSIG, number)


def set_timer_slack(nanoseconds: int) -> None:
    """Say by how much a timer of this process may be late."""
    _prctl(PR_SET_TIMERSLACK, nanoseconds)


def io_priority() -> int:
    """The input and output class and priority of this process, see ioprio_get(2)."""
    number = IOPRIO_GET.get(os.uname().machine)
    return _libc.syscall(ctypes.c_long(number), 1, 0) if number else 0


def end_all(keep: set[int], reap: Callable[[], None], patience: float = 5.0) -> None:
    """Kill all descendants but some, until none is left.

    A process group is killed at one stroke, which is what ends a fork storm: a
    process that is about to fork is killed before its child exists. An init kills all
    that its namespace holds at one stroke.

    Args:
        keep: Processes that stay; what they started stays with them.
        reap: Waits for what has ended.
        patience: Seconds after which a process that cannot be killed is left.
    """
    deadline = time.monotonic() + patience
    while procfs.children() and time.monotonic() < deadline:
        if os.getpid() == INIT and not keep:
            with contextlib.suppress(ProcessLookupError):
                os.kill(-1, signal.SIGKILL)
            reap()
            continue
        found = procfs.descendants(os.getpid())
        for pid in keep:
            for pid_kept in (pid, *procfs.descendants(pid)):
                found.pop(pid_kept, None)
        if not found:
            return
        groups = set()
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                groups.add(os.getpgid(pid))
        for group in groups - {os.getpgrp()}:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        for pid in found:
            send(pid, signal.SIGKILL)
        reap()
        time.sleep(0.001)


def end_tree(root: int, patience: float = 5.0) -> None:
    """Kill a process that is no child of this one, and all that descends from it.

    It goes last: as long as it is there, and be it stopped, nothing that it has
    adopted or that still descends from it gets away.

    Args:
        root: A subreaper.
        patience: Seconds after which a process that cannot be killed is left.
    """
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        found = procfs.descendants(root)
        alive = [pid for pid, state in found.items() if state not in "ZX"]
        if not alive:
            break
        for pid in alive:
            send(pid, signal.SIGKILL)
        time.sleep(0.001)
    send(root, signal.SIGKILL)


def left(reap: Callable[[], None]) -> list[dict] | None:
    """Describe all processes below the calling one.

    Args:
        reap: Waits for what has ended.

    Returns:
        See `procfs.describe`; None where each has ended before it could be looked at,
        and always there was another.
    """
    for _ in range(10):
        reap()
        pids = sorted(procfs.descendants(os.getpid()))
        found = [about for pid in pids if (about := procfs.describe(pid))]
        if found or not pids:
            return found
    return None


def send(pid: int, number: int) -> None:
    """Send a signal; to a process that is gone, nothing."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _prctl(option: int, value: int) -> None:
    if LINUX and _libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}, {value}) failed")


_libc = ctypes.CDLL(None, use_errno=True) if LINUX else None
