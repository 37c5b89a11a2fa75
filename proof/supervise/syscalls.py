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
NUMBER, ARCHITECTURE = 0, 4  # where they stand, see seccomp_data
FIRST_ARGUMENT, SECOND_ARGUMENT = 16, 24
AF_VSOCK = 40  # sockets between a virtual machine and its host
F_SETLEASE = 1024  # of fcntl(2): whoever opens the file then has to wait
IO_URING = (425, 426, 427)  # it makes calls that no filter sees
X32 = 0x40000000  # from here on x86 has the calls of another ABI

# By machine: how the kernel names it; add_key, request_key, keyctl; socket; fcntl.
KNOWN = {
    "x86_64": (0xC000003E, (248, 249, 250), 41, 72),
    "aarch64": (0xC00000B7, (217, 218, 219), 198, 25),
}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def refuse() -> None:
    """Give up keyrings, VSOCK, leases and io_uring, for this process and its children.

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


def _steps(architecture: int, keys: tuple[int, ...], socket: int, fcntl: int) -> bytes:
    """The filter, as the kernel wants it.

    Each step is what it does, how many steps are passed over when it is true and when
    it is not, and a number.
    """
    asked = ((socket, FIRST_ARGUMENT, AF_VSOCK), (fcntl, SECOND_ARGUMENT, F_SETLEASE))
    refused = (*keys, *IO_URING)
    last = 5 + len(refused) + 4 * len(asked)  # the place of the step that refuses
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, last - 2, architecture),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, last - 4, 0, X32),
    ]
    for number in refused:
        steps.append((EQUAL, last - 1 - len(steps), 0, number))
    for number, argument, value in asked:
        steps += [
            (EQUAL, 0, 3, number),
            (LOAD, 0, 0, argument),
            (EQUAL, last - 3 - len(steps), 0, value),
            (LOAD, 0, 0, NUMBER),
        ]
    steps += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


_libc = ctypes.CDLL(None, use_errno=True)
