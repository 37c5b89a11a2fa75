"""What of the machine can change a result, and what of it every program is given."""

import contextlib
import os
import platform
import re
import shutil
from functools import cache
from pathlib import Path

HAS_ENGINE = hasattr(os, "fork")  # whether the engine can run programs on this system
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin"
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "xterm-256color",
    "COLUMNS": "80",
    "LINES": "24",
    "PYTHONFAULTHANDLER": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONNOUSERSITE": "1",
}
# Of those in getrlimit(2), what programs here meet; nothing else lowers them.
LIMITS = ("AS", "CPU", "DATA", "FSIZE", "MEMLOCK", "NOFILE", "NPROC", "STACK")


@cache
def machine() -> dict:
    """Describe the kernel, the C library, and what this process may use of them."""
    allowed = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))
    return {
        "system": platform.system(),
        "release": platform.release(),
        "architecture": platform.machine(),
        "library": " ".join(platform.libc_ver()),
        "cpu": _cpu_model(),
        "cores": len(allowed(0)),
        "quota": quota(),
        # Whoever asks sees the number itself; what it allows, the capabilities say.
        "user": getattr(os, "geteuid", lambda: None)(),
        "capabilities": _capabilities(),
        "limits": _limits(),
        **_handicap(),
    }


def quota(
    groups: Path = Path("/proc/self/cgroup"), tree: Path = Path("/sys/fs/cgroup")
) -> float | None:
    """CPUs' worth of time that the control groups of this process allow, if they do.

    Args:
        groups: The process's groups, as cgroups(7) describes the file.
        tree: Where the groups' files lie, of version 2, or of version 1 by controller.
    """
    found = []
    try:
        lines = groups.read_text("utf-8").splitlines()
    except OSError:
        return None
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers and "cpu" not in controllers.split(","):
            continue
        for root in (tree / controllers, tree / "cpu") if controllers else (tree,):
            # Inside a container the path may be the host's, and the root its own.
            parts = Path(path.lstrip("/")).parts
            found += [
                _quota_of(root.joinpath(*parts[:depth]))
                for depth in range(len(parts) + 1)
            ]
    return min((one for one in found if one), default=None)


def _quota_of(group: Path) -> float | None:
    try:
        if (group / "cpu.max").exists():
            most, period = (group / "cpu.max").read_text().split()
        else:
            most = (group / "cpu.cfs_quota_us").read_text()
            period = (group / "cpu.cfs_period_us").read_text()
        # "max" in version 2, and -1 in version 1, stand for no limit.
        return int(most) / int(period) if int(most) > 0 else None
    except (OSError, ValueError):
        return None


def _capabilities() -> str | None:
    """What the kernel lets this process do, see capabilities(7), in hexadecimal."""
    try:
        status = Path("/proc/self/status").read_text("utf-8")
    except OSError:
        return None
    found = re.search(r"(?m)^CapEff:\s*(\w+)", status)
    return found and found[1]


def _limits() -> dict[str, list[int]]:
    """Soft and hard limits by name; -1 is no limit. Windows has none."""
    try:
        import resource
    except ImportError:
        return {}
    numbers = {name: getattr(resource, f"RLIMIT_{name}", None) for name in LIMITS}
    return {
        name: list(resource.getrlimit(number))
        for name, number in numbers.items()
        if number is not None
    }


def _handicap() -> dict:
    """How the builder was started, if that keeps programs from their usual share.

    Programs are given the usual priority and policy back where that is allowed, see
    `proof.supervise.inherited`; who may is not known before.
    """
    nice = os.getpriority(os.PRIO_PROCESS, 0) if HAS_ENGINE else 0
    policy = getattr(os, "sched_getscheduler", lambda _: 0)(0)
    found = {"nice": nice} if nice > 0 else {}
    return found | ({"policy": policy} if policy else {})


def _cpu_model() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            found = re.search(r"(?m)^model name\s*:\s*(.+)$", file.read())
    except OSError:
        found = None
    return found[1] if found else platform.processor()


def tool(name: str) -> str | None:
    """Find an executable as a program would find it, or None."""
    return shutil.which(name, path=PATH)


def groups() -> bool:
    """Whether a program of ours may make a control group; see cgroups(7)."""
    first = Path("/sys/fs/cgroup/cpu")  # version 1; version 2 has no such folder
    return os.access(first if first.exists() else first.parent, os.W_OK)


# A word at the beginning of a text in quotes, the folder before it left out.
WORD = re.compile(r"""["'](?:/[\w./-]*/)?([a-z0-9][\w.+-]*)(?=["' ])""")
STARTS_PROGRAMS = re.compile(r"subprocess|popen|os\.system|os\.exec|os\.\w*spawn")
STARTS_A_SHELL = re.compile(r"shell=True|subprocess_shell|os\.system|os\.popen")


def tools(needs: tuple[str, ...], source: str) -> dict[str, str | None]:
    """Tell the executables apart that a program may start, without starting them.

    Those are what its header says that it needs, whatever is named at the beginning of
    a text in quotes, and the shell where it asks for one. A name that it puts together
    is not seen.

    Returns:
        Size and time of each by name; one that is not there is missing.
    """
    names = set(needs)
    if STARTS_PROGRAMS.search(source):
        names.update(WORD.findall(source))
    if STARTS_A_SHELL.search(source):
        names.add("sh")
    here = _executables()
    return {name: _version(here[name]) for name in sorted(names & here.keys())}


@cache
def _executables() -> dict[str, str]:
    """Where everything lies that is on `PATH`, by name."""
    found: dict[str, str] = {}
    for folder in reversed(PATH.split(":")):  # what comes first is what is found
        with contextlib.suppress(OSError):
            found |= {entry.name: entry.path for entry in os.scandir(folder)}
    return found


def _version(path: str) -> str | None:
    try:
        status = os.stat(path)
    except OSError:
        return None  # a link to nothing
    return f"{status.st_size} bytes, {status.st_mtime_ns}"
