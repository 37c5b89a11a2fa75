"""The built site in a real browser.

Collected only where PROOF_BROWSER names one, such as /usr/bin/chromium.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

BROWSER = os.environ.get("PROOF_BROWSER")
collect_ignore_glob = [] if BROWSER else ["test_*.py"]

HOST = "127.0.0.1"
ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to start as root, as in a container, with one
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
]
DOCS = ROOT / "docs"
WORD = re.compile(r'<span class="(\w{1,3})">')  # as Pygments marks it
SCHEMES = ["light", "dark"]
DESK, PHONE = 1280, 390  # px


def _address(file: Path) -> str:
    path = file.relative_to(DOCS).with_suffix("")
    parts = path.parts[:-1] if path.name in ("index", "README") else path.parts
    return "".join(f"{part}/" for part in parts)


def name(page: str) -> str:
    """A page in a test's id and in a file's name."""
    return page.strip("/") or "front"


SOURCES = [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]
PAGES = [*sorted(map(_address, SOURCES)), "404.html"]
every_page = pytest.mark.parametrize("page", PAGES, ids=name)
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)
every_width = pytest.mark.parametrize("width", [DESK, PHONE])


@pytest.fixture(scope="package")
def site(built: Built) -> Path:
    """The folder of the whole site."""
    return built.site


@pytest.fixture(scope="package")
def coded(site: Path) -> set[str]:
    """Pages that together show every class of word that a program's source has."""
    chosen, seen = set(), set()
    for page in PAGES:
        file = site / page if page.endswith(".html") else site / page / "index.html"
        classes = set(WORD.findall(file.read_text("utf-8")))
        if classes - seen:
            chosen.add(page)
            seen |= classes
    assert len(seen) > 10
    return chosen


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="package")
def origin(site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = partial(_Silent, directory=str(site))
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()
        thread.join()


# For a session it would leave its event loop running under the other tests.
@pytest.fixture(scope="package")
def browser() -> Iterator["Browser"]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright  # needless without a browser

    assert BROWSER and Path(BROWSER).is_file(), f"PROOF_BROWSER: no file {BROWSER}"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS) as browser,
    ):
        yield browser


@pytest.fixture
def blank(browser: "Browser") -> Iterator[Callable[..., "Page"]]:
    """Open an empty tab of a width and a colour scheme, in a profile of its own."""
    with ExitStack() as tabs:

        def opened(scheme: str = "light", width: int = DESK) -> "Page":
            return tabs.enter_context(_profile(browser, scheme, width)).new_page()

        yield opened


@pytest.fixture(scope="package")
def tabs(browser: "Browser") -> Iterator[dict[tuple[str, int], "Page"]]:
    """A tab for each scheme and width, whose profile keeps what it has loaded."""
    with ExitStack() as profiles:
        found: dict[tuple[str, int], Page] = {}
        for scheme in ("light", "dark"):
            for width in (DESK, PHONE):
                profile = profiles.enter_context(_profile(browser, scheme, width))
                found[scheme, width] = profile.new_page()
        yield found


@pytest.fixture
def visit(tabs: dict[tuple[str, int], "Page"], origin: str) -> Callable[..., "Page"]:
    """Open a page of the site, anew each time."""

    def visited(page: str, scheme: str = "light", width: int = DESK) -> "Page":
        tab = tabs[scheme, width]
        tab.goto(origin + page)
        return tab

    return visited


def _profile(browser: "Browser", scheme: str, width: int) -> "BrowserContext":
    return browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
