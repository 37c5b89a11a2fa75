"""What others took from a run: CPU time of their own, and what the host stole.

Imported by the supervisors, so by the standard library's light modules alone.
Sources: proc_stat(5), clock_getcpuclockid(3), and for the number of a process's clock
the kernel's include/linux/posix-timers_types.h.
"""

import os
import time
from dataclasses import dataclass

from proof.supervise.containment import LINUX
from proof.supervise.procfs import Times

# Seconds by which a difference of /proc/stat may be wrong: it counts in hundredths,
# rounds down, and four of its numbers are used.
COARSE = 0.04
STOLEN = 0.01  # the same, of one number
WAKE = 50e-6  # seconds that an idle CPU may take to wake up, on a virtual machine too


@dataclass(frozen=True)
class Look:
    """The machine's CPU time at one moment, in seconds.

    Attributes:
        when: On the monotonic clock.
        cpus: How many CPUs the machine has.
        idle: That they had nothing to do, or waited for a disk.
        interrupts: That they served devices, which is nobody's.
        stolen: That the host gave to other machines.
        own: Of the process that looks, and of its init.
        clocks: Of every other process that can be seen, by its id.
    """

    when: float
    cpus: int
    idle: float
    interrupts: float
    stolen: float
    own: float
    clocks: dict[int, float]


def look(init: int = 0) -> Look | None:
    """Look at the machine; None where it does not show its CPU time.

    Args:
        init: A process that supervises for the one that looks, if there is one.
    """
    if not LINUX:
        return None
    with open("/proc/stat", "rb") as file:
        cpus = file.read().partition(b"\nintr")[0].splitlines()
    unit = os.sysconf("SC_CLK_TCK")
    spent = [int(number) / unit for number in cpus[0].split()[1:9]]
    _, _, _, idle, disk, hard, soft, stolen = spent
    if not any(spent):  # a sandbox that shows nothing
        return None
    return Look(
        when=time.monotonic(),
        cpus=len(cpus) - 1,  # the first line is of all together
        idle=idle + disk,
        interrupts=hard + soft,
        stolen=stolen,
        own=time.process_time() + (clock(init) if init else 0.0),
        clocks=_clocks({os.getpid(), init}),
    )


def load(before: Look | None, after: Look | None, cpu: float) -> float:
    """How many CPUs others used on average between two looks.

    The clocks of the processes that are there to the last are exact. Who ended in
    between, or cannot be seen from here, is known from what the CPUs did in all, and
    only beyond `COARSE`. The host counts as another.

    Args:
        before: When the run had not begun.
        after: When all its processes had ended and been waited for.
        cpu: Seconds of CPU time that they took.
    """
    if before is None or after is None:
        return 0.0
    stolen = max(0.0, after.stolen - before.stolen - STOLEN)
    seen = 0.0
    for pid, spent in after.clocks.items():
        earlier = before.clocks.get(pid, 0.0)
        seen += spent - (earlier if earlier <= spent else 0.0)
    passed = after.when - before.when
    at_work = after.cpus * passed - (after.idle - before.idle)
    own = cpu + after.own - before.own + after.interrupts - before.interrupts
    return max(seen + stolen, at_work - own - COARSE) / passed


def delayed(thread: Times, cpu: float) -> float:
    """How long a thread was ready for reasons outside its run, in seconds.

    It is ready by right while another thread of its run has a CPU, and for the moment
    that a CPU takes to wake up.

    Args:
        thread: Which was ready for a CPU.
        cpu: Seconds of CPU time of the whole run.
    """
    by_right = max(0.0, cpu - thread.ran) + thread.turns * WAKE
    return max(0.0, thread.ready - by_right)


def _clocks(without: set[int]) -> dict[int, float]:
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                found[int(entry)] = clock(int(entry))
            except OSError:  # it has ended
                continue
    for pid in without:
        found.pop(pid, None)
    return found


def clock(pid: int) -> float:
    """Seconds of CPU time of a process, all its threads together.

    Raises:
        OSError: There is no such process.
    """
    return time.clock_gettime(~pid << 3 | 2)  # CPUCLOCK_SCHED, in nanoseconds
