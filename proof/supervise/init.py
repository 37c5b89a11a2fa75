"""The first process of a PID namespace: what supervises the runs of one slot.

    slot ── init ── a program and all that it starts

The slot stays outside of the namespace and sees the machine. The init sees the run's
processes by the numbers that they have for each other, and they see nobody else. They
can neither end nor stop it, it kills all of them at one stroke, and when it ends, the
kernel does so: there is nothing to outrun.

Imported by the supervisors, so by the standard library's light modules alone. Source:
pid_namespaces(7).
"""

import contextlib
import json
import os
import resource
import signal
import socket
from collections.abc import Callable

from proof.supervise import containment, folders, namespaces, privileges, sandbox
from proof.supervise.request import MAX_DISK

GONE, FAILED, MADE = "gone", "failed", "made"  # kinds of answers
ROOM = 2  # so many times its limit fits into a run's shared memory: it is seen at it

LIMITS = [getattr(resource, name) for name in dir(resource) if name[:7] == "RLIMIT_"]


class Init:
    """An init, as its slot sees it.

    Args:
        answer: Called in the init, with what the slot asks, in JSON's types.

    Raises:
        OSError: The machine has no room for one.
    """

    def __init__(self, answer: Callable[..., object]) -> None:
        self.ours, theirs = socket.socketpair()
        with theirs:
            namespaces.open_pids()
            self.pid = os.fork()
            if self.pid == 0:
                self.ours.close()
                _be(theirs, answer)
        self.answers = self.ours.makefile("rb")

    def ask(self, *question: object) -> list:
        """Have something answered in the namespaces.

        Raises:
            OSError: The machine lacked something.
            SystemExit: The builder is gone, or the init is.
        """
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.ours.sendall(json.dumps(question).encode() + b"\n")
            kind, answer = json.loads(self.answers.readline() or b'["gone", 0]')
            if kind == FAILED:
                raise OSError(answer)
            if kind == MADE:
                return answer
        raise SystemExit(1)

    def end(self) -> None:
        """End it, and with it whatever is in its namespace."""
        containment.send(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _be(asked: socket.socket, answer: Callable[..., object]) -> None:
    """In the child: be the init until the slot is gone, which ends what it says."""
    try:
        containment.die_with_parent(signal.SIGKILL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # which does not reach an init
        privileges.hide()
        namespaces.furnish(ROOM * MAX_DISK)
        bound = _bound()
        for line in asked.makefile("rb"):
            try:
                said = [MADE, answer(*json.loads(line))]
            except SystemExit:
                said = [GONE, None]
            except (OSError, MemoryError) as error:
                said = [FAILED, str(error) or type(error).__name__]
            folders.empty(sandbox.SHARED)
            asked.sendall(json.dumps(said).encode() + b"\n")
            if _bound() != bound:  # by the program, and the next would inherit it
                break
    finally:
        os._exit(0)


def _bound() -> list[object]:
    """What another process can set of this one: limits, priorities, and its CPUs."""
    limits = [resource.getrlimit(limit) for limit in LIMITS]
    own = os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0)
    return [*limits, *own, os.sched_getaffinity(0), containment.io_priority()]
