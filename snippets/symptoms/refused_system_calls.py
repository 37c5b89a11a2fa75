# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""What the kernel refuses comes as an OSError with a number and the kernel's words."""

import contextlib
import os
import resource
import signal
import socket
import subprocess
import tempfile
import traceback
from multiprocessing import Pipe
from pathlib import Path


def refused() -> list[str]:
    Path("lock").touch()
    Path("script").write_text("no program")
    Path("script").chmod(0o755)
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    reader, _ = os.pipe()
    os.set_blocking(reader, False)
    near, far = Pipe()
    far.close()
    calls = [
        (os.read, reader, 1),
        (socket.create_server, ("127.0.0.1", port)),
        (near.recv,),
        (near.send, 1),
        (Path("lock").touch, 0o666, False),
        (os.waitpid, -1, 0),
        (os.kill, 2**22 + 1, signal.SIGTERM),
        (subprocess.run, ["nosuch"]),
        (subprocess.run, ["./lock"]),
        (subprocess.run, ["./script"]),
        (subprocess.run, ["true", "x" * 2**18]),
    ]
    lines = [said(*one) for one in calls]
    os.close(reader)
    lines += [said(os.read, reader, 1)]
    server.close()
    return [*lines, said(socket.create_connection, ("127.0.0.1", port))]


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        lines = refused()
    resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))
    lines += [said(lambda: [os.dup(0) for _ in range(99)])]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)
