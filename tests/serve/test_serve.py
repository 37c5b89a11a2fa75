"""The served site follows every save."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

import proof
from tests.conftest import Folder, gone


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(folder: Folder):
    """A served project: its folder and a function that fetches a path."""
    good = folder.snippet("topic/good.py", "print('first output')\n")
    bad = folder.snippet("topic/bad.py", "raise SystemExit(3)\n")
    folder.page("page.md", good, bad)
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "proof", "serve", "--port", str(port)],
        cwd=folder.root,
        env=folder.environment(),
    )

    def get(path: str) -> str:
        try:
            url = f"http://127.0.0.1:{port}/{path}"
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    yield folder, get
    started = psutil.Process(server.pid).children(recursive=True)
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0
    assert all(gone(process.pid) for process in started)


def until(condition: Callable[[], bool], seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def epoch(get: Callable[[str], str]) -> int:
    """The build that a page says it is of, for the script that reloads it, or 0."""
    found = re.search(r"livereload\((\d+), \d+\)", get("page/"))
    return int(found[1]) if found else 0


def test_saved_pages_and_snippets_are_rebuilt_and_reloaded(served):
    folder, get = served
    until(lambda: "first output" in get("page/"))
    assert "ended with exit code 3" in get(
        "page/"
    )  # and the site is served all the same
    before = epoch(get)
    assert before
    page = folder.root / "docs" / "page.md"
    page.write_text(page.read_text().replace("A paragraph.", "Another paragraph."))
    until(lambda: "Another paragraph." in get("page/"))
    # What an open page asks: is there a newer build than mine?
    assert int(get(f"livereload/{before}/{before}")) > before
    folder.snippet("topic/good.py", "print('second output')\n")
    until(lambda: "second output" in get("page/"))


def test_a_saved_engine_starts_the_server_again(served):
    _, get = served
    until(lambda: "first output" in get("page/"))
    before = epoch(get)
    assert before
    words = Path(proof.__file__).parent / "words.py"
    saved = words.with_suffix(".saved")  # the same text, so that nobody is disturbed
    shutil.copyfile(words, saved)
    os.replace(saved, words)
    until(lambda: epoch(get) > before)
    assert int(get(f"livereload/{before}/{before}")) > before
