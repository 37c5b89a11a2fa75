"""What an author waits for after saving a file."""

import contextlib
import http.client
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench import builds, sites
from proof.programs import snippet
from proof.project import Project
from proof.runs.store import Store

POLL = 0.02  # seconds between two requests for the edited page
PATIENCE = 120.0  # seconds after which a page that does not come is an error


def first_page(site: Path, store: Path) -> float:
    """Serve a project with nothing in its store; the seconds until its front page."""
    began = time.monotonic()
    with _serving(site, store) as port:
        _wait_for(port, "/", "")
        return time.monotonic() - began


def under_serve(site: Path, store: Path, edits: int) -> Iterator[tuple[str, float]]:
    """Edit under ``proof serve``; yield what was edited, and what it took.

    A paragraph of the page with the most programs, a program that this page shows, and
    the engine, in turns. Programs are edited in a comment.

    Args:
        site: A project that may be changed, its engine included.
        store: The folder of its store, where all its runs are.
        edits: How many to make of each.
    """
    page, address = _fullest_page(site)
    shown = f"docs/{page.relative_to(site / 'docs').as_posix()}"
    paths = [one.path for one in Project(site).references() if one.page == shown]
    plain = next(path for path in paths if _is_plain(site, path))
    with _serving(site, store) as port:
        _wait_for(port, address, "")
        for number in range(edits):
            mark = f"edit-number-{number}"
            text = page.read_text("utf-8")
            paragraph = next(p for p in text.split("\n\n") if p[:1].isalpha())
            edited = text.replace(paragraph, f"{paragraph} {mark}", 1)
            yield "paragraph", _saved(page, edited, port, address, mark)
            file = site / "snippets" / plain
            edited = f"{file.read_text('utf-8')}\n# edit_of_program_{number}\n"
            took = _saved(file, edited, port, address, f"edit_of_program_{number}")
            yield "snippet", took - _wall(site, store, plain)
            file = site / "proof" / "words.py"
            if not file.exists():  # a site with an engine that lies elsewhere
                continue
            text = file.read_text("utf-8")
            edited = re.sub(r'WALL = ".*"', f'WALL = "{{}} wall time {mark}"', text)
            yield "engine", _saved(file, edited, port, address, f"wall time {mark}")


def _is_plain(site: Path, path: str) -> bool:
    one = snippet.read(site, path)
    return not one.quiet and one.repeat == 1 and not one.pythons and one.expect == 0


def _saved(file: Path, text: str, port: int, address: str, mark: str) -> float:
    """Save a file; the seconds until a page shows it, and waits for no run."""
    time.sleep(1.0)  # an author reads what he has
    began = time.monotonic()
    file.write_text(text, encoding="utf-8")
    _wait_for(port, address, mark, without="proof-awaited")
    return time.monotonic() - began


def _wall(site: Path, store: Path, path: str) -> float:
    """What the runs of a program's present text took, in seconds."""
    digest = snippet.read(site, path).digest
    runs = [r for r in Store(store).runs() if r.origin["snippet"] == digest]
    return max((run.wall for run in runs), default=0.0)


def seconds_of_quick(root: Path) -> float:
    """What ``make quick`` takes in a checkout, whatever differs there from main."""
    began = time.monotonic()
    for words in (
        ("ruff", "check", "--quiet", "."),
        ("ruff", "format", "--diff", "--quiet", "."),
        ("proof", "check", "--changed"),
    ):
        command = [sys.executable, "-m", *words]
        subprocess.run(command, cwd=root, capture_output=True, check=True)
    return time.monotonic() - began


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
        builds.end_leftovers()  # of what it was just running


def _wait_for(port: int, address: str, mark: str, without: str = "\0") -> None:
    """Ask for a page until it is there and says what it should, without something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            with contextlib.closing(link):
                link.request("GET", address)
                answer = link.getresponse()
                page = answer.read().decode()
                if answer.status == 200 and mark in page and without not in page:
                    return
        time.sleep(POLL)
    raise RuntimeError(f"{address} did not show {mark!r} within {PATIENCE:g} s")
