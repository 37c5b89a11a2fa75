"""What a process inherits and a program should not see: the same for every builder.

What cannot be fixed is part of a run's key, see `proof.runs.machine`. Imported by the
supervisors, so by the standard library's light modules alone.
"""

import contextlib
import os
import resource
import signal
from pathlib import Path

from proof.supervise import containment
from proof.supervise.containment import LINUX

UMASK = 0o022
FILES = 1024  # descriptors, the usual soft limit
STACK = 8 << 20  # bytes, likewise; it decides how large the stack of a thread is
FREE = ("AS", "CPU", "DATA", "FSIZE", "NPROC", "RSS")  # soft limits that are lifted
TIMER_SLACK = 50_000  # ns by which a timer may be late, the kernel's own choice
# What Python itself ignores, and the keeper: all else is settled for good by `prepare`.
IGNORED = (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ)
CORES = os.sched_getaffinity(0) if LINUX else set()  # as the builder has them
# Of 1000; when memory is short, a program ends before those who supervise it.
SACRIFICE = 500


def settle() -> None:
    """In a process that is about to become a program: fix what it has inherited."""
    for number in IGNORED:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.umask(UMASK)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _soften(resource.RLIMIT_NOFILE, FILES)
    _soften(resource.RLIMIT_STACK, STACK)
    for name in FREE:
        if (limit := getattr(resource, f"RLIMIT_{name}", None)) is not None:
            _soften(limit, resource.RLIM_INFINITY)
    with contextlib.suppress(PermissionError):
        if LINUX and os.sched_getscheduler(0) != os.SCHED_OTHER:
            os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, 0)
    if LINUX:
        os.sched_setaffinity(0, CORES)  # an earlier program may have moved its slot
        containment.set_timer_slack(TIMER_SLACK)
        with contextlib.suppress(OSError):  # a container may have /proc read-only
            Path("/proc/self/oom_score_adj").write_text(str(SACRIFICE))


def prepare() -> None:
    """In a supervisor: be as it should be, with as many descriptors as it may have."""
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    # Whoever started the builder may have had signals ignored, as nohup does; nobody
    # could be waited for then.
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, *IGNORED}:
        signal.signal(number, signal.SIG_DFL)
    os.umask(UMASK)
    _soften(resource.RLIMIT_NOFILE, resource.RLIM_INFINITY)


def _soften(limit: int, wanted: int) -> None:
    """Set a soft limit, to the hard one where that is lower."""
    _, hard = resource.getrlimit(limit)
    fits = hard == resource.RLIM_INFINITY or 0 <= wanted <= hard
    with contextlib.suppress(ValueError, OSError):  # macOS has more limits of its own
        resource.setrlimit(limit, (wanted if fits else hard, hard))
