"""A program's start: its files, and the child process that becomes it.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
import signal
from pathlib import Path

from proof.supervise import containment, folders, inherited, sandbox
from proof.supervise.request import Request


def launch(request: Request, folder: str, streams: tuple[int, int]) -> int:
    """Start a program in a session and a folder of its own.

    Args:
        request: What to start.
        folder: An empty one, which becomes its working directory.
        streams: What becomes its standard output and its standard error.

    Returns:
        Its process id.
    """
    for name, text in request.files.items():
        file = Path(folder, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    supervisor = os.getpid()
    pid = os.fork()
    if pid == 0:
        _become(request, folder, streams, supervisor)
    return pid


def _become(
    request: Request, folder: str, streams: tuple[int, int], supervisor: int
) -> None:
    """In the child: become the program."""
    try:
        os.setsid()
        inherited.settle()  # first, for it writes what a program may not
        sandbox.enter(folders.above(folder), streams[0], request.reach)
        containment.die_with_parent(signal.SIGKILL)
        if os.getppid() != supervisor:  # it died before the line above
            os._exit(1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for descriptor, their in enumerate(streams, 1):
            os.dup2(their, descriptor)
        os.chdir(folder)
        environment = request.env | folders.environment(folder)
        os.execve(request.argv[0], request.argv, environment)
    except BaseException as error:
        os.write(2, f"cannot start {request.argv[0]}: {error}\n".encode())
    finally:
        os._exit(127)
