"""A network of a process's own, with nothing but the loopback interface.

Imported by the supervisors, so by the standard library's light modules alone. Sources:
network_namespaces(7), user_namespaces(7), netdevice(7).
"""

import ctypes
import fcntl
import os
import socket
import struct

from proof.supervise import privileges

NEWUSER, NEWNET = 0x10000000, 0x40000000
SIOCSIFFLAGS, IFF_UP = 0x8914, 1


def leave() -> None:
    """Leave the machine's network for an empty one.

    Who may not do that does it in a user namespace, in which all users but this one
    look like nobody, and so do all groups.

    Raises:
        OSError: This process may not, and the namespace is half made.
    """
    if _libc.unshare(NEWNET) != 0:
        user, group = os.geteuid(), os.getegid()
        if user == 0 or _libc.unshare(NEWUSER | NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "no network namespace")
        privileges.hide(False)  # else these files are root's
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP))


_libc = ctypes.CDLL(None, use_errno=True)
