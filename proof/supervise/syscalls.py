"""What namespaces and Landlock do not cover: system calls that a program may not make.

Imported by the supervisors, so by the standard library's light modules alone. Sources:
seccomp(2), the kernel's Documentation/userspace-api/seccomp_filter.rst, and for the
numbers its arch/x86/entry/syscalls/syscall_64.tbl and scripts/syscall.tbl.
"""

import ctypes
import errno
import os
import struct

PR_SET_SECCOMP, FILTER = 22, 2
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # of classic BPF
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # where they stand, seccomp_data
AF_VSOCK = 40  # sockets between a virtual machine and its host
X32 = 0x40000000  # from here on x86 has the calls of another ABI

# By machine: how the kernel names it; add_key, request_key, keyctl; socket.
KNOWN = {
    "x86_64": (0xC000003E, (248, 249, 250), 41),
    "aarch64": (0xC00000B7, (217, 218, 219), 198),
}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def refuse() -> None:
    """Give up the kernel's keyrings and VSOCK, for this process and all it will start.

    Nothing is given up on machines whose numbers are not known here, or where the
    kernel has no such filters. On the others so are the calls of other ABIs.

    Raises:
        OSError: The kernel refuses; no_new_privs has to be set before.
    """
    known = KNOWN.get(os.uname().machine)
    if not known or ctypes.sizeof(ctypes.c_void_p) != 8:
        return
    steps = _steps(*known)
    program = _Program(len(steps) // 8, steps)
    answer = _libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0)
    if answer != 0 and (number := ctypes.get_errno()) != errno.EINVAL:
        raise OSError(number, "the kernel refused to take system calls away")


def _steps(architecture: int, refused: tuple[int, ...], socket: int) -> bytes:
    """The filter, as the kernel wants it.

    Each step is what it does, how many steps are passed over when it is true and when
    it is not, and a number.
    """
    last = 8 + len(refused)  # the place of the step that refuses
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, last - 2, architecture),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, last - 4, 0, X32),
    ]
    for number in refused:
        steps.append((EQUAL, last - 1 - len(steps), 0, number))
    steps += [
        (EQUAL, 0, 2, socket),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 1, 0, AF_VSOCK),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


_libc = ctypes.CDLL(None, use_errno=True)
