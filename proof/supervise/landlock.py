"""Landlock: a process gives up writing to most files, for good, without being root.

Imported by the supervisors, so by the standard library's light modules alone. Sources:
landlock(7), and the kernel's Documentation/userspace-api/landlock.rst.
"""

import ctypes
import os
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # system calls, as everywhere
VERSION = 1  # a flag of the first: say which rights this kernel knows
PATH_BENEATH = 1
SIGNALS = 6  # the first version that keeps signals and abstract sockets in

WRITE_FILE = 1 << 1
IN_FOLDER = sum(1 << bit for bit in (4, 5, 7, 8, 9, 10, 12))  # remove and make
DEVICES = 1 << 6 | 1 << 11  # making a character's or a block's
REFER, TRUNCATE, IOCTL_DEV, RESOLVE_UNIX = (1 << bit for bit in (13, 14, 15, 16))
SINCE = {
    REFER: 2,
    TRUNCATE: 3,
    IOCTL_DEV: 5,
    RESOLVE_UNIX: 9,
}  # versions that know these
SCOPES = 1 << 0 | 1 << 1  # abstract sockets, signals


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    ]


class _Rule(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"  # what _pack_ means, said aloud as Python 3.14 wants it
    _fields_ = [("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32)]


def version() -> int:
    """Which Landlock this kernel has; 0 where it has none or refuses it."""
    return max(0, _call(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION))


def restrict(writable: Iterable[str] | None) -> None:
    """Give up, for this process and all that it will start, for good.

    Making a device is given up everywhere, mounting too, see landlock(7).

    Args:
        writable: The only folders and files that stay writable; one that is not there
            is passed over. With None all files do, and only signals, tracing and
            abstract sockets are kept among the processes that are so restricted.

    Raises:
        OSError: The kernel refuses; no_new_privs has to be set before.
    """
    known = version()
    files = WRITE_FILE | IN_FOLDER | DEVICES
    files |= sum(right for right, since in SINCE.items() if known >= since)
    handled = 0 if writable is None else files
    scopes = SCOPES if known >= SIGNALS else 0
    if not handled and not scopes:
        return
    wanted = _Ruleset(handled, 0, scopes)
    size = ctypes.c_size_t(ctypes.sizeof(wanted))
    rules = _sure(_call(CREATE_RULESET, ctypes.byref(wanted), size, 0))
    try:
        for path in writable or ():
            _allow(rules, path, files)
        _sure(_call(RESTRICT_SELF, rules, 0))
    finally:
        os.close(rules)


def _allow(rules: int, path: str, files: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        kept = files & ~DEVICES
        if not os.path.isdir(path):
            kept &= WRITE_FILE | TRUNCATE | IOCTL_DEV
        rule = _Rule(kept, place)
        _sure(_call(ADD_RULE, rules, PATH_BENEATH, ctypes.byref(rule), 0))
    finally:
        os.close(place)


def _call(number: int, *words: object) -> int:
    return _libc.syscall(ctypes.c_long(number), *words)


def _sure(answer: int) -> int:
    if answer < 0:
        raise OSError(ctypes.get_errno(), "Landlock was refused")
    return answer


_libc = ctypes.CDLL(None, use_errno=True)
