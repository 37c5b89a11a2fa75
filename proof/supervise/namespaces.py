"""A network, System V IPC and a view of the file systems that are a process's own.

Imported by the supervisors, so by the standard library's light modules alone. Sources:
network_namespaces(7), ipc_namespaces(7), mount_namespaces(7), user_namespaces(7),
mount_setattr(2), netdevice(7).
"""

import ctypes
import fcntl
import os
import socket
import struct

from proof.supervise import privileges

NEWNS, NEWIPC, NEWUSER, NEWNET = 0x20000, 0x8000000, 0x10000000, 0x40000000
MS_RDONLY, MS_BIND, MS_REC, MS_SLAVE = 1, 1 << 12, 1 << 14, 1 << 19
MOUNT_SETATTR = 442  # a system call, as everywhere
AT_FDCWD, AT_RECURSIVE, MOUNT_ATTR_RDONLY = -100, 0x8000, 1
SIOCSIFFLAGS, IFF_UP = 0x8914, 1


class _Attributes(ctypes.Structure):
    _fields_ = [
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("user", ctypes.c_uint64),
    ]


def leave(network: bool, writable: list[str] | None, hidden: str) -> None:
    """Leave what this process shares with the machine, for good.

    Who may not do that does it in a user namespace, in which all users but this one
    look like nobody, and so do all groups.

    Args:
        network: Whether to leave the network for one with the loopback interface alone.
        writable: The only folders in which anything can be changed, modes and times
            included; None where all stays as it is.
        hidden: With some writable folders, one that looks empty; "" for none.

    Raises:
        OSError: This process may not, and is left half way.
    """
    kinds = NEWIPC | (NEWNET if network else 0) | (0 if writable is None else NEWNS)
    if _libc.unshare(kinds) != 0:
        _as_nobody_else(kinds)
    if writable is not None:
        _keep(writable, hidden)
    if network:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as some:
            fcntl.ioctl(some, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))


def _as_nobody_else(kinds: int) -> None:
    user, group = os.geteuid(), os.getegid()
    if user == 0:  # who would be less of a root there
        raise OSError(ctypes.get_errno(), "no namespaces")
    _sure(_libc.unshare(NEWUSER | kinds))
    privileges.hide(False)  # else these files are root's
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(text)


def _keep(writable: list[str], hidden: str) -> None:
    there = [os.fsencode(path) for path in writable if os.path.isdir(path)]
    _sure(_libc.mount(None, b"/", None, MS_REC | MS_SLAVE, None))
    for path in there:  # what is mounted there has attributes of its own
        _sure(_libc.mount(path, path, None, MS_BIND | MS_REC, None))
    _set(b"/", _Attributes(set=MOUNT_ATTR_RDONLY))
    for path in there:
        _set(path, _Attributes(clear=MOUNT_ATTR_RDONLY))
    if os.path.isdir(hidden):
        place = os.fsencode(hidden)
        _sure(_libc.mount(b"none", place, b"tmpfs", MS_RDONLY, b"mode=755"))


def _set(path: bytes, wanted: _Attributes) -> None:
    size = ctypes.c_size_t(ctypes.sizeof(wanted))
    number, flags = ctypes.c_long(MOUNT_SETATTR), AT_RECURSIVE
    _sure(_libc.syscall(number, AT_FDCWD, path, flags, ctypes.byref(wanted), size))


def _sure(answer: int) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno(), "no namespaces")


_libc = ctypes.CDLL(None, use_errno=True)
