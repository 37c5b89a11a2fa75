"""What of the machine can change a result: kernel, CPUs, tools, and the environment."""

import os
import platform
import re
import shutil
from functools import cache

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


@cache
def machine() -> dict:
    """Describe the kernel and the CPUs that this process may use."""
    allowed = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))
    return {
        "system": platform.system(),
        "release": platform.release(),
        "architecture": platform.machine(),
        "cpu": _cpu_model(),
        "cores": len(allowed(0)),
        **_handicap(),
    }


def _handicap() -> dict:
    """How the builder was started, if that keeps programs from their usual share.

    Programs are given the usual priority and policy back where that is allowed, see
    `proof.supervise.inherited`; who may is not known before.
    """
    nice = os.getpriority(os.PRIO_PROCESS, 0)
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


def tools(names: tuple[str, ...]) -> dict[str, str]:
    """What tells one version of an executable from another, without starting it."""
    found = {name: os.stat(tool(name)) for name in names}
    return {
        name: f"{status.st_size} bytes, {status.st_mtime_ns}"
        for name, status in found.items()
    }
