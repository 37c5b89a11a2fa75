"""A project that is being served, as a browser meets it."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.conftest import Folder, gone

VERSION = re.compile(r'page: "([^"]*)", version: "(\d+)"')


@dataclass
class Served:
    """What is served, and the server.

    Attributes:
        folder: The project.
        url: The address of the front page.
        process: The server.
        said: A file: what it wrote to standard error.
    """

    folder: Folder
    url: str
    process: subprocess.Popen
    said: Path

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    def get(self, path: str = "", timeout: float = 20) -> str:
        """Return what lies at a path, or nothing where there is no answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            error.close()
            return ""
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def version(self, path: str) -> str:
        """What the script of a page asks with."""
        return VERSION.search(self.get(path))[2]

    def has_changed(self, path: str, version: str, within: float = 20) -> bool:
        """Ask as the script of a page does, again and again."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            asked = f"-/changed?page={path}&version={version}"
            if self.get(asked) == "changed":
                return True
            time.sleep(0.05)
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(condition: Callable[[], object], seconds: float = 40) -> None:
    """Wait until something holds; the test fails when that takes longer."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@contextmanager
def serving(folder: Folder, *command: str) -> Iterator[Served]:
    """Serve a project; at the end nothing of the server may be left."""
    port = free_port()
    words = command or ("proof", "serve", "--port", str(port))
    if command:
        words = (*command, "--dev-addr", f"127.0.0.1:{port}")
    said = folder.root / "said"
    with said.open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=folder.root,
            env=folder.environment(),
            stderr=log,
        )
    one = Served(folder, f"http://127.0.0.1:{port}/", server, said)
    started: list[psutil.Process] = []
    try:
        until(lambda: one.get() or server.poll() is not None)
        yield one
        assert server.poll() is None, said.read_text()
        started = psutil.Process(server.pid).children(recursive=True)
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0, said.read_text()
    assert not [process for process in started if not gone(process.pid)]


@pytest.fixture
def served(folder: Folder) -> Iterator[Served]:
    """A served project of one page, with a program that passes and one that fails."""
    good = folder.snippet("topic/good.py", "print('first output')\n")
    bad = folder.snippet("topic/bad.py", "print('bad so far')\nraise SystemExit(3)\n")
    folder.page("page.md", good, bad)
    with serving(folder) as one:
        yield one
