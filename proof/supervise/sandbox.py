"""What a program can reach: its own folder, its own processes, its own network.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os

from proof.supervise import landlock, namespaces, privileges, syscalls
from proof.supervise.containment import LINUX

SHARED = "/dev/shm"  # where shared memory and semaphores have their names
# Writing to these changes nothing that another process could see.
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/ptmx")
TERMINALS, GROUPS = "/dev/pts", "/sys/fs/cgroup"
# A folder in which programs may leave something, for those who test the engine.
SCRATCH = [os.environ["PROOF_SCRATCH"]] if "PROOF_SCRATCH" in os.environ else []
SOCKETS = "/run"  # where a system's servers, and those of each user, can be asked
PARTS = ("files", "signals", "namespaces")  # what a kernel or a host may refuse
MORE = {  # capabilities that come with what a program declares
    # Nobody may write into the folders of control groups, says their mode.
    "cgroup": privileges.DAC_OVERRIDE,
    "mount": privileges.SYS_ADMIN,
    "perf": privileges.PERFMON,
}
refused: list[str] = []  # what `probe` has found


def apart() -> bool:
    """Whether runs have namespaces of their own here."""
    return LINUX and "namespaces" not in refused


def enter(folder: str, terminal: int, reach: list[str]) -> None:
    """Give up, in the process that is about to become a program, all that is not its.

    Args:
        folder: The only one in which it may write.
        terminal: Its standard output, a descriptor.
        reach: What it declares that it needs beyond that.

    Raises:
        OSError: The kernel refuses what it has granted to `probe`.
    """
    if not LINUX:
        return
    folders = [folder, *SCRATCH, SHARED, *([GROUPS] if "cgroup" in reach else [])]
    files = [os.ttyname(terminal), *DEVICES]
    if "terminal" in reach:
        files.append(TERMINALS)
    free = "mount" in reach
    if apart():
        network = "network" not in reach
        namespaces.leave(network, None if free else folders, SOCKETS if network else "")
    privileges.drop(sum(MORE.get(name, 0) for name in reach))
    syscalls.refuse()
    if "files" not in refused:
        landlock.restrict(None if free else folders + files)


def probe(folder: str) -> None:
    """Find out, before any run, what of this cannot be had here.

    Args:
        folder: Any that exists.
    """
    if not LINUX:
        return
    known = landlock.version()
    if known < landlock.SIGNALS:
        refused.append("signals" if known else "files")
    if (child := os.fork()) == 0:  # thrown away, whatever is half made there
        try:
            namespaces.open_pids()
            if (init := os.fork()) == 0:
                namespaces.furnish(1 << 20)
                namespaces.leave(True, [folder, SHARED], SOCKETS)
                os._exit(0)
            os._exit(bool(os.waitpid(init, 0)[1]))
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1]:
        refused.append("namespaces")
