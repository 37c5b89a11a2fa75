"""What an author waits for after saving a file."""

import contextlib
import http.client
import random
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench import builds, sites
from proof.project import Project
from proof.runs.store import Store

POLL = 0.02  # seconds between two requests for the edited page
PATIENCE = 120.0  # seconds after which a page that does not come is an error


def seconds_until_served(site: Path, store: Path, edits: int) -> Iterator[float]:
    """Edit a paragraph under ``proof serve``; yield the seconds until it is served.

    The page is the one with the most programs. The server looks for changes twice a
    second, so edits are made at random moments.

    Args:
        site: A project that may be changed.
        store: The folder of its store, where all its runs are.
        edits: How many to make.
    """
    page, address = _fullest_page(site)
    with _serving(site, store) as port:
        _wait_for(port, address, "")
        for number in range(edits):
            time.sleep(random.uniform(0.5, 1.0))
            text = page.read_text("utf-8")
            paragraph = next(p for p in text.split("\n\n") if p[:1].isalpha())
            mark = f"edit-number-{number}"
            edited = text.replace(paragraph, f"{paragraph} {mark}", 1)
            began = time.monotonic()
            page.write_text(edited, encoding="utf-8")
            _wait_for(port, address, mark)
            yield time.monotonic() - began


def snippets_run_again(site: Path, store: Path, edits: int) -> Iterator[int]:
    """Change a comment in a snippet and build; yield how many snippets were run.

    Args:
        site: A project that may be changed.
        store: The folder of its store, where all its runs are; it is added to.
        edits: How many snippets to change, one after the other, if there are as many.
    """
    paths = sorted({plan.snippet.path for plan in sites.shown(site)})
    known = _snippets_in(store)
    for path in paths[:: max(1, len(paths) // edits)][:edits]:
        with (site / "snippets" / path).open("a", encoding="utf-8") as file:
            file.write("\n# Edited.\n")
        builds.seconds(site, store)
        builds.stored(site, store)
        now = _snippets_in(store)
        yield len(now - known)
        known = now


def _snippets_in(store: Path) -> set[tuple[str, str]]:
    return {(run.origin["path"], run.origin["snippet"]) for run in Store(store).runs()}


def _fullest_page(site: Path) -> tuple[Path, str]:
    """The page with the most programs, and its address on the server."""
    counts = Counter(reference.page for reference in Project(site).references())
    name = counts.most_common(1)[0][0]
    parts = Path(name).relative_to("docs").with_suffix("").parts
    if parts[-1] == "index":
        parts = parts[:-1]
    return site / name, "/".join(["", *parts, ""])


@contextlib.contextmanager
def _serving(site: Path, store: Path) -> Iterator[int]:
    """Start a server and yield its port; end it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "proof", "serve", "--port", str(port)],
        cwd=site,
        env=builds.environment(store),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(port: int, address: str, mark: str) -> None:
    """Ask for a page until it is there and says what it should."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            with contextlib.closing(link):
                link.request("GET", address)
                answer = link.getresponse()
                if answer.status == 200 and mark in answer.read().decode():
                    return
        time.sleep(POLL)
    raise RuntimeError(f"{address} did not show {mark!r} within {PATIENCE:g} s")
