"""Plays a system without what only Unix has; runs a module there as `python -m` does.

    python no_unix.py MODULE [ARGUMENTS]

What is not this project's own is loaded before: whether it works on Windows is a matter
of its own tests. The interpreter stays that of Unix, so that programs can be started.
"""

import contextlib
import ctypes
import importlib
import os
import platform
import runpy
import select
import signal
import subprocess
import sys
import types

FOREIGN = (
    "click", "codespell_lib", "concurrent.futures.thread", "http.server", "jsonschema",
    "markdown_exec", "mkdocs.commands.build", "mkdocs.commands.serve",
    "multiprocessing.connection", "platform", "pymdownx.superfences", "rich.progress",
    "subprocess", "tempfile", "watchdog.observers",
)  # fmt: skip
MODULES = {
    "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog",
    "termios", "tty",
}  # fmt: skip
FUNCTIONS = """
    chown fchmod fork forkpty getegid geteuid getgid getloadavg getpgid getpgrp
    getpriority getuid killpg lchown mkfifo nice openpty pidfd_open posix_spawn
    sched_getaffinity sched_getscheduler sched_setaffinity setpgid setpriority setsid
    setuid sysconf ttyname uname wait wait3 wait4 waitid memfd_create WNOHANG
    O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_PATH PRIO_PROCESS
"""
SIGNALS = {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"}
OF_SIGNAL = "alarm pthread_kill pthread_sigmask setitimer siginterrupt sigwait"


class _Refuses:
    """Finds no module that Windows does not have."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _library(name: object, *rest: object, **more: object) -> object:
    if name is None:
        raise TypeError("LoadLibrary() argument 1 must be str, not None")
    return ctypes.LibraryLoader(ctypes.PyDLL)


def _sockets_alone(*_: object) -> None:
    raise OSError(10038, "an operation was attempted on something that is not a socket")


def leave() -> None:
    """Take all of it away from this process."""
    for name in FOREIGN:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for module in (os, signal):  # with which this one starts and ends processes here
        setattr(subprocess, module.__name__, types.SimpleNamespace(**vars(module)))
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, _Refuses)
    numbers = [name for name in signal.Signals.__members__ if name not in SIGNALS]
    for module, names in (
        (os, FUNCTIONS.split()),
        (signal, [*OF_SIGNAL.split(), *numbers]),
    ):
        for name in names:
            vars(module).pop(name, None)
    ctypes.CDLL = _library
    select.select = _sockets_alone
    platform._uname_cache = platform.uname_result("Windows", "", "11", "10.0", "AMD64")
    sys.platform = "win32"


if __name__ == "__main__":
    leave()
    sys.argv = sys.argv[1:]
    sys.path[0] = os.getcwd()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
