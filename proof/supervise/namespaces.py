"""Processes, a network, System V IPC and file systems that are a run's own.

Imported by the supervisors, so by the standard library's light modules alone. Sources:
pid_namespaces(7), network_namespaces(7), ipc_namespaces(7), mount_namespaces(7),
user_namespaces(7), mount_setattr(2), netdevice(7), and for terminals the kernel's
Documentation/filesystems/devpts.rst.
"""

import contextlib
import ctypes
import fcntl
import os
import socket
import struct
from pathlib import Path

from proof.supervise import privileges
from proof.supervise.request import MAX_DISK

NEWNS, NEWIPC, NEWUSER = 0x20000, 0x8000000, 0x10000000
NEWPID, NEWNET = 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 1 << 1, 1 << 2, 1 << 3
MS_BIND, MS_REC, MS_SLAVE = 1 << 12, 1 << 14, 1 << 19
MOUNT_SETATTR = 442  # a system call, as everywhere
TERMINALS = 256  # that the programs of one slot may have open
NAMES = 10_000  # that they may have in shared memory
AT_FDCWD, AT_RECURSIVE, MOUNT_ATTR_RDONLY = -100, 0x8000, 1
SIOCSIFFLAGS, IFF_UP = 0x8914, 1


class _Attributes(ctypes.Structure):
    _fields_ = [
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("user", ctypes.c_uint64),
    ]


def open_pids() -> None:
    """Have the next child of this process be the init of a new PID namespace.

    Who may not do that does it in a user namespace, in which all users but this one
    look like nobody, and so do all groups.

    Raises:
        OSError: This process may not.
    """
    if _libc.unshare(NEWPID) != 0:
        _as_nobody_else(NEWPID)


def furnish(shared: int) -> None:
    """In an init: mount its own processes, terminals and shared memory, for itself.

    Args:
        shared: Bytes that ``/dev/shm`` has room for.

    Raises:
        OSError: The kernel refuses a part of it.
    """
    _sure(_libc.unshare(NEWNS))
    _sure(_libc.mount(None, b"/", None, MS_REC | MS_SLAVE, None))
    _mount("proc", "/proc", MS_NODEV | MS_NOEXEC)
    _mount("devpts", "/dev/pts", MS_NOEXEC, f"newinstance,mode=600,max={TERMINALS}")
    _mount("tmpfs", "/dev/shm", MS_NODEV, f"mode=1777,size={shared},nr_inodes={NAMES}")


def leave(network: bool, writable: list[str] | None, hidden: str) -> None:
    """Leave what this process shares with other runs and the machine, for good.

    Args:
        network: Whether to leave the network for one with the loopback interface alone.
        writable: The only folders in which anything can be changed, modes and times
            included; None where all stays as it is.
        hidden: With some writable folders, one that looks empty; "" for none.

    Raises:
        OSError: This process may not, and is left half way.
    """
    _sure(_libc.unshare(NEWIPC | NEWNS | (NEWNET if network else 0)))
    _sure(_libc.mount(None, b"/", None, MS_REC | MS_SLAVE, None))
    _limit_system_v()
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
    for path in there:  # what is mounted there has attributes of its own
        _sure(_libc.mount(path, path, None, MS_BIND | MS_REC, None))
    _set(b"/", _Attributes(set=MOUNT_ATTR_RDONLY))
    for path in there:
        _set(path, _Attributes(clear=MOUNT_ATTR_RDONLY))
    _mount("tmpfs", hidden, MS_RDONLY, "mode=755")


def _mount(kind: str, place: str, flags: int, data: str = "") -> None:
    if os.path.isdir(place):
        names = b"none", os.fsencode(place), kind.encode()
        _sure(_libc.mount(*names, flags | MS_NOSUID, data.encode()))


def _limit_system_v() -> None:
    """Let all System V shared memory together be no more than a run may have."""
    pages = MAX_DISK // os.sysconf("SC_PAGE_SIZE")
    with contextlib.suppress(OSError):  # /proc may be read-only
        Path("/proc/sys/kernel/shmall").write_text(str(pages), encoding="ascii")


def _set(path: bytes, wanted: _Attributes) -> None:
    size = ctypes.c_size_t(ctypes.sizeof(wanted))
    number, flags = ctypes.c_long(MOUNT_SETATTR), AT_RECURSIVE
    _sure(_libc.syscall(number, AT_FDCWD, path, flags, ctypes.byref(wanted), size))


def _sure(answer: int) -> None:
    if answer < 0:
        raise OSError(ctypes.get_errno(), "no namespaces")


_libc = ctypes.CDLL(None, use_errno=True)
