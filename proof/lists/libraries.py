"""What is known of libraries without importing them: modules, classes, results."""

import sysconfig
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from proof.programs.imports import STANDARD

CLIENTS = ("pika", "pymemcache", "redis")  # of brokers
NEWER = {"concurrent.interpreters", "profiling.sampling"}  # than some that build
SETTABLE = {"daemon", "name", "value"}  # attributes of libraries that programs set
LOWER = {  # classes with such a name
    "array.array",
    "collections.defaultdict",
    "collections.deque",
    "ctypes.c_int",
    "mmap.mmap",
    "select.epoll",
    "socket.socket",
}
EXECUTORS = [
    f"concurrent.futures.{kind}PoolExecutor"
    for kind in ("Interpreter", "Process", "Thread")
]
# What calls return: an object of a class.
RETURNED = {
    **{f"{one}.submit": "concurrent.futures.Future" for one in EXECUTORS},
    **{
        f"multiprocessing.pool.{kind}.{method}": "multiprocessing.pool.AsyncResult"
        for kind in ("Pool", "ThreadPool")
        for method in ("apply_async", "map_async", "starmap_async")
    },
    "asyncio.TaskGroup.create_task": "asyncio.Task",
    "asyncio.create_task": "asyncio.Task",
    "asyncio.current_task": "asyncio.Task",
    "concurrent.interpreters.create": "concurrent.interpreters.Interpreter",
    "logging.getLogger": "logging.Logger",
    "multiprocessing.Manager": "multiprocessing.managers.SyncManager",
    "multiprocessing.Pool": "multiprocessing.pool.Pool",
    "multiprocessing.current_process": "multiprocessing.Process",
    "multiprocessing.parent_process": "multiprocessing.Process",
    "subprocess.run": "subprocess.CompletedProcess",
    "threading.current_thread": "threading.Thread",
    "threading.main_thread": "threading.Thread",
}
AWAITED = {
    "asyncio.create_subprocess_exec": "asyncio.subprocess.Process",
    "asyncio.create_subprocess_shell": "asyncio.subprocess.Process",
}
# Two objects of a class.
PAIRS = {
    "multiprocessing.Pipe": "multiprocessing.connection.Connection",
    "socket.socketpair": "socket.socket",
}
# An object with everything that a module has.
CONTEXTS = {"multiprocessing.get_context": "multiprocessing"}
# Classes whose objects a with statement binds themselves.
ENTERED = {
    *EXECUTORS,
    "asyncio.TaskGroup",
    "multiprocessing.connection.Connection",
    "multiprocessing.managers.SharedMemoryManager",
    "multiprocessing.managers.SyncManager",
    "multiprocessing.pool.Pool",
    "multiprocessing.pool.ThreadPool",
    "socket.socket",
    "subprocess.Popen",
}


def is_library(top: str) -> bool:
    """Whether a module is one whose names are listed."""
    return top in STANDARD or top in CLIENTS


def is_class(name: str) -> bool:
    """Whether a full name is that of a class, or called like one."""
    module, _, last = name.rpartition(".")
    is_called_so = last[:1].isupper() and not last.isupper()
    return name in LOWER or (is_called_so and is_module(module))


@cache
def is_module(name: str) -> bool:
    """Whether a full name is that of a module."""
    if "." not in name:
        return is_library(name)
    if name in NEWER or name == "os.path":
        return True
    top, _, rest = name.partition(".")
    return any(
        Path(folder, *rest.split(".")).is_dir()
        or Path(folder, *rest.split(".")).with_suffix(".py").is_file()
        for folder in _folders(top)
    )


@cache
def _folders(top: str) -> list[str]:
    """Where a package's modules lie."""
    if top in STANDARD:
        return [str(Path(sysconfig.get_path("stdlib"), top))]
    found = find_spec(top) if top in CLIENTS else None
    return list(found.submodule_search_locations or ()) if found else []


def module_of(name: str) -> str:
    """The module that a full name belongs to."""
    parts = name.split(".")
    for end in range(len(parts) - 1, 1, -1):
        if is_module(".".join(parts[:end])):
            return ".".join(parts[:end])
    return parts[0]
