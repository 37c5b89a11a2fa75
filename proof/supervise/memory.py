"""How much memory processes have together.

Imported by the supervisors, so by the standard library's light modules alone. Source:
proc_pid_statm(5), proc_pid_smaps(5).
"""

import contextlib
import os

from proof.supervise import procfs
from proof.supervise.request import MAX_MEMORY


def taken(pids: list[int]) -> int:
    """Bytes that processes have in memory and swapped; a first estimate if it is low.

    What forked processes share counts once. To find out takes a second for some
    gigabytes, so the kernel is asked only when counting it several times is too much.
    """
    size = os.sysconf("SC_PAGE_SIZE")
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            resident, of_files = _resident(pid)
            if (own := (resident - of_files) * size) > MAX_MEMORY:
                return own
            total += resident * size
    return total if total <= MAX_MEMORY else sum(map(_share, pids))


def _resident(pid: int) -> tuple[int, int]:
    """Pages in memory, and those of files among them.

    A first thread that has ended alone knows nothing of them; the others do.
    """
    resident = of_files = 0
    for thread in procfs.threads(pid):
        with open(f"/proc/{thread}/statm", "rb") as file:
            resident, of_files = map(int, file.read().split()[1:3])
        if resident:
            break
    return resident, of_files


def _share(pid: int) -> int:
    """Bytes of a process's memory; of what it shares, its part; no mapped files."""
    kibibytes = 0
    for thread in procfs.threads(pid):  # see `_resident`
        with contextlib.suppress(OSError):
            with open(f"/proc/{thread}/smaps_rollup", "rb") as file:
                for line in file:
                    if line.startswith((b"Pss_Anon:", b"Pss_Shmem:", b"SwapPss:")):
                        kibibytes += int(line.split()[1])
            break
    return kibibytes << 10
