"""Calls of commands by processes that have their imports behind them.

A small site is built in a third of the time where Python, MkDocs and the engine need
not be loaded for it. A process that has loaded them, and has done nothing else, forks
for each call; the call itself is the one that a shell would make.
"""

import atexit
import importlib
import json
import os
import runpy
import select
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# What the commands import, as far as nothing is decided by importing it.
LOADED = ("mkdocs.commands.build", "mkdocs.commands.serve", "proof.show.page")


def call(
    words: list[str], cwd: Path, env: Mapping[str, str], timeout: float
) -> subprocess.CompletedProcess:
    """Call ``python -m`` with some words.

    Args:
        words: The module and its arguments.
        cwd: Where to call it.
        env: Its whole environment.
        timeout: Seconds until it is killed.

    Raises:
        subprocess.TimeoutExpired: It has been killed.
    """
    if (cwd / "proof").exists() or _settings(env) != _settings(os.environ):
        return subprocess.run(  # another engine, or another Python
            [sys.executable, "-m", *words],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    server = _server(threading.get_ident())
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("stdout", "stderr")]
        for file in files:
            file.touch()
        asked = {"words": words, "cwd": str(cwd), "env": {**env}}
        asked |= {"files": [str(file) for file in files]}
        server.stdin.write(json.dumps(asked).encode() + b"\n")
        pid = int(server.stdout.readline())
        late = not select.select([server.stdout], [], [], timeout)[0]
        if late:
            os.kill(pid, signal.SIGKILL)
        code = int(server.stdout.readline())
        texts = [file.read_text() for file in files]
    if late:
        raise subprocess.TimeoutExpired(words, timeout, *texts)
    return subprocess.CompletedProcess(words, code, *texts)


def _settings(env: Mapping[str, str]) -> dict[str, str]:
    """What Python reads when it starts."""
    return {name: env[name] for name in env if name.startswith("PYTHON")}


@cache
def _server(_: int) -> subprocess.Popen:
    """One for each thread."""
    server = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    atexit.register(server.communicate)
    return server


def serve() -> None:
    """Answer each line of standard input with a pid, and an exit code when it ends."""
    for name in LOADED:
        importlib.import_module(name)
    for line in sys.stdin:
        asked = json.loads(line)
        if (pid := os.fork()) == 0:
            return _become(**asked)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    return None


def _become(words: list[str], cwd: str, env: dict[str, str], files: list[str]) -> None:
    for number, name in enumerate([os.devnull, *files]):
        kept = os.open(name, os.O_RDWR)
        os.dup2(kept, number)
        os.close(kept)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.path[0] = cwd
    sys.argv = list(words)
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve()
