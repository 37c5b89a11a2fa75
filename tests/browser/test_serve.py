"""A first ``make serve``, as a browser sees it: pages first, programs by and by."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, gone
from tests.serve.conftest import free_port, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = "threads/creating/"
SOON = 5.0  # seconds from the server's start to its front page


@pytest.mark.timeout(600)
def test_a_first_serve_shows_pages_at_once_and_fills_them_in(
    blank: Callable[..., "Page"], tmp_path: Path
):
    took: list[float] = []
    for store in ("first", "second", "third"):
        # What others on the machine do can only make it later.
        with _served_first(tmp_path / store, blank()) as (tab, seconds):
            took.append(seconds)
            if seconds < SOON:
                _sees_runs_arrive(tab)
                return
    pytest.fail(f"the front page was there after {took} seconds, never before {SOON}")


@contextmanager
def _served_first(folder: Path, tab: "Page") -> "Iterator[tuple[Page, float]]":
    """Serve from an empty store; yield a tab with the front page, and its seconds."""
    folder.mkdir()
    port = free_port()
    began = time.monotonic()
    with (folder / "said").open("w") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "proof", "serve", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"PROOF_STORE": str(folder / "store")},
            stderr=said,
            stdout=said,
        )
    try:
        until(lambda: _listens(port))
        assert tab.goto(f"http://127.0.0.1:{port}/").ok
        yield tab, time.monotonic() - began
    finally:
        server.terminate()
        server.wait(30)
    assert gone(server.pid)


def _sees_runs_arrive(tab: "Page") -> None:
    tab.goto(tab.url + PAGE)
    running = tab.locator(".proof-awaited")
    assert running.count()
    assert "running" in running.first.inner_text()
    assert tab.locator(".proof .highlight").count()  # the program itself is there
    made = tab.locator(".proof-provenance")
    # Nobody touches the tab from here on; while it loads anew, nothing is there.
    until(lambda: made.count() and not running.count(), 200)
    assert tab.locator(".proof .failure").count() == 0


def _listens(port: int) -> bool:
    # A browser that asks again and again would take from the server what it needs.
    with socket.socket() as asking:
        return not asking.connect_ex(("127.0.0.1", port))
