"""The built site in a real browser.

Collected only where PROOF_BROWSER names one, such as /usr/bin/chromium.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT, Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

BROWSER = os.environ.get("PROOF_BROWSER")
collect_ignore_glob = [] if BROWSER else ["test_*.py"]

HOST = "127.0.0.1"
# The browser fetches it when it comes to it, and gives it up when a page is left.
ICON = "assets/mark.svg"
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
MATERIAL = {"light": "default", "dark": "slate"}  # the theme's names of the schemes
SCHEMES = [*MATERIAL]
# All that a page has fetched; and how far its parts have jumped while it was loaded.
FETCHED = """() => performance.getEntriesByType('resource').map(one => one.name)"""
JUMPED = """() => new Promise(resolve => {
    let sum = 0;
    const observer = new PerformanceObserver(list => {
        for (const shift of list.getEntries()) sum += shift.value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => { observer.disconnect(); resolve(sum); }, 50);
})"""
ATTRIBUTE = "data-md-color-scheme"  # of the body
DESK, PHONE, HEIGHT = 1280, 390, 800  # px
# Colours and widths glide to where they belong.
SETTLED = """() => Promise.allSettled(
    document.getAnimations().map(moving => moving.finished))"""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put last what looks at measures of all pages: by then most have been made."""
    items.sort(key=lambda item: "seen" in getattr(item, "fixturenames", ()))


def _address(file: Path) -> str:
    path = file.relative_to(DOCS).with_suffix("")
    parts = path.parts[:-1] if path.name in ("index", "README") else path.parts
    return "".join(f"{part}/" for part in parts)


def name(page: str) -> str:
    """A page in a test's id and in a file's name."""
    return page.strip("/") or "front"


SOURCES = [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]
PAGES = [*sorted(map(_address, SOURCES)), "404.html"]
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)
every_width = pytest.mark.parametrize("width", [DESK, PHONE])


@pytest.fixture(scope="package")
def site(built: Built) -> Path:
    """The folder of the whole site."""
    return built.site


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _WithoutSearch(_Silent):
    """Gives every page an index that holds nothing: each that is loaded reads all."""

    def __init__(self, *args: object, index: bytes, **more: object) -> None:
        self.index = index
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        if not self.path.endswith("/search_index.json"):
            return super().do_GET()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Length", str(len(self.index)))
        self.end_headers()
        self.wfile.write(self.index)


@pytest.fixture(scope="package")
def origin(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(partial(_Silent, directory=site)) as address:
        yield address


@pytest.fixture(scope="package")
def quick_origin(site: Path) -> Iterator[str]:
    """Where the site is served with a search that finds nothing."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    empty = json.dumps(index | {"docs": []}).encode()
    with served(partial(_WithoutSearch, directory=site, index=empty)) as address:
        yield address


@contextmanager
def served(handler: Callable[..., _Silent]) -> Iterator[str]:
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
def tab(browser: "Browser") -> Iterator["Page"]:
    """A tab that one page after the other is loaded into."""
    with _profile(browser, "light", DESK) as profile:
        profile.grant_permissions(["clipboard-read", "clipboard-write"])
        yield profile.new_page()


@dataclass
class Loaded:
    """A page of the site, loaded once for all that is asked of it.

    Attributes:
        page: Its address in the site.
        tab: Where it is.
        complaints: What went wrong while it was loaded.
        fetched: Paths in the site of the page itself and of all that it loaded.
        jumped: The sum of its layout shifts meanwhile.
    """

    page: str
    tab: "Page"
    complaints: list[str]
    fetched: list[str]
    jumped: float

    def look(self, scheme: str = "", width: int = DESK) -> "Page":
        """Return its tab, as wide as a test wants, and in a scheme if it wants one."""
        self.tab.set_viewport_size({"width": width, "height": HEIGHT})
        now = self.tab.locator("body").get_attribute(ATTRIBUTE)
        if scheme and now != MATERIAL[scheme]:
            chosen = f"label[for=__palette_{SCHEMES.index(scheme)}]"
            self.tab.locator(f"{chosen}:visible").click()
        self.tab.evaluate(SETTLED)
        return self.tab


@pytest.fixture(scope="package", params=PAGES, ids=name)
def loaded(request: pytest.FixtureRequest, tab: "Page", quick_origin: str) -> Loaded:
    """Every page in turn; what asks for it comes together, whatever its module."""
    tab.set_viewport_size({"width": DESK, "height": HEIGHT})
    tab.goto("about:blank")  # which ends what the page before still wanted
    forget = {"origin": quick_origin.rstrip("/"), "storageTypes": "local_storage"}
    console = tab.context.new_cdp_session(tab)
    console.send("Storage.clearDataForOrigin", forget)  # the colour scheme, for one
    console.detach()
    with complaints(tab) as found:
        # On a busy machine the network can be idle before a long page has been read.
        tab.goto(quick_origin + request.param, wait_until="load")
        tab.wait_for_load_state("networkidle")
    paths = [request.param, *(urlsplit(url).path for url in tab.evaluate(FETCHED))]
    fetched = sorted({path.lstrip("/") for path in paths})
    return Loaded(request.param, tab, found, fetched, tab.evaluate(JUMPED))


@pytest.fixture
def visit(blank: Callable[..., "Page"], origin: str) -> Callable[..., "Page"]:
    """Load a page of the site into a tab of its own."""

    def visited(page: str, scheme: str = "light", width: int = DESK) -> "Page":
        tab = blank(scheme, width)
        tab.goto(origin + page)
        return tab

    return visited


@contextmanager
def complaints(tab: "Page") -> Iterator[list[str]]:
    """Fills up with whatever goes wrong in a tab meanwhile."""
    found: list[str] = []

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != HOST:
            found.append(f"left: {url}")

    def failed(url: str) -> None:
        if not url.endswith(f"/{ICON}"):
            found.append(f"failed: {url}")

    listeners = {
        "pageerror": lambda error: found.append(f"error: {error}"),
        "console": lambda said: found.append(f"{said.type}: {said.text}"),
        "requestfailed": lambda request: failed(request.url),
        "request": lambda request: asked(request.url),
        "websocket": lambda socket: asked(socket.url),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    yield found
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)


@contextmanager
def requests(tab: "Page") -> Iterator[list[str]]:
    """Fills up with whatever a tab asks for meanwhile, but the icon."""
    found: list[str] = []

    def note(request: "Request") -> None:
        if not request.url.endswith(f"/{ICON}"):
            found.append(request.url)

    tab.on("request", note)
    yield found
    tab.remove_listener("request", note)


def _profile(browser: "Browser", scheme: str, width: int) -> "BrowserContext":
    return browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
