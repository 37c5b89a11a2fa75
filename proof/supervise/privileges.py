"""What root may do beyond others, and who may look into a process.

Imported by the supervisors, so by the standard library's light modules alone. Source:
capabilities(7), prctl(2).
"""

import ctypes

from proof.supervise.containment import LINUX

PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 3, 4, 38
VERSION_3 = 0x20080522  # of capset(2)
DAC_OVERRIDE, SYS_ADMIN, PERFMON = 1 << 1, 1 << 21, 1 << 38
# What a server that is started as root needs, and what reaches the run's own processes
# alone. Whatever reaches the machine is not here: its devices, its memory, its clock,
# its modules, its mounts, and the memory of every process.
KEPT = (
    # Not DAC_READ_SEARCH, for it opens files by handle, past every mount and rule; nor
    # SYS_NICE, for whoever runs in real time outruns those who would end it.
    1 << 5  # KILL
    | 1 << 6  # SETGID
    | 1 << 7  # SETUID
    | 1 << 10  # NET_BIND_SERVICE
    | 1 << 13  # NET_RAW
    | 1 << 14  # IPC_LOCK
    | 1 << 24  # SYS_RESOURCE
)


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Half(ctypes.Structure):
    """32 of the capabilities; there are two such halves."""

    _fields_ = [
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    ]


def drop(more: int = 0) -> None:
    """Keep ``KEPT`` and some more capabilities at most, for good.

    What is not permitted does not come back when a program is executed, for
    no_new_privs is set too; it keeps programs that belong to root from becoming root.

    Args:
        more: A bit for each.

    Raises:
        OSError: The kernel refuses.
    """
    header = _Header(VERSION_3, 0)
    halves = (_Half * 2)()
    _sure(_libc.capget(ctypes.byref(header), halves))
    for i, half in enumerate(halves):
        half.permitted &= (KEPT | more) >> 32 * i & 0xFFFFFFFF
        half.effective = half.permitted
        half.inheritable = 0
    _sure(_libc.capset(ctypes.byref(header), halves))
    _sure(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def hide(hidden: bool = True) -> bool:
    """Have the kernel refuse a look into this process, and into those it forks.

    Other processes of the same user can read neither its environment nor its memory
    then, nor attach to it; those of root can, with the capability to trace. A program
    that is executed can be looked into again.

    Returns:
        Whether it was hidden before.
    """
    if not LINUX:
        return False
    before = _libc.prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
    _sure(_libc.prctl(PR_SET_DUMPABLE, int(not hidden), 0, 0, 0))
    return before != 1


def _sure(answer: int) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno(), "the kernel refused to take a privilege away")


_libc = ctypes.CDLL(None, use_errno=True)
