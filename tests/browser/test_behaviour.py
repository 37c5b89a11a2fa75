"""What the pages do: they copy programs, complain of nothing and call nobody."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, HOST, every_page
from tests.conftest import BUILD_SECONDS, ROOT

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
EXAMPLE = ".proof[data-snippet]"
# The theme's script puts the buttons in once the page is loaded.
READY = """selector => [...document.querySelectorAll(selector)]
    .every(shown => shown.querySelector('button[data-md-type=copy]'))"""
COPIED = """async selector => {
    const found = [];
    for (const shown of document.querySelectorAll(selector)) {
        await navigator.clipboard.writeText('nothing');
        shown.querySelector('button[data-md-type=copy]').click();
        let copied = 'nothing';
        for (let i = 0; i < 100 && copied === 'nothing'; i++) {
            await new Promise(resolve => setTimeout(resolve, 1));
            copied = await navigator.clipboard.readText();
        }
        const first = shown.querySelector('[data-linenos]').dataset.linenos;
        found.push([shown.dataset.snippet, first, copied]);
    }
    return found;
}"""


@contextlib.contextmanager
def _complaints(tab: Page) -> Iterator[list[str]]:
    """Fills up with whatever goes wrong in a tab meanwhile."""
    found: list[str] = []

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != HOST:
            found.append(f"left: {url}")

    listeners = {
        "pageerror": lambda error: found.append(f"error: {error}"),
        "console": lambda said: found.append(f"{said.type}: {said.text}"),
        "requestfailed": lambda asked: found.append(f"failed: {asked.url}"),
        "request": lambda request: asked(request.url),
        "websocket": lambda socket: asked(socket.url),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    yield found
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)


@every_page
def test_no_page_complains_or_calls_another_machine(
    tabs: dict[tuple[str, int], Page], origin: str, page: str
):
    tab = tabs["light", DESK]
    tab.goto("about:blank")  # which ends what the page before still wanted
    with _complaints(tab) as complaints:
        tab.goto(origin + page, wait_until="networkidle")
    assert not complaints


def test_complaints_and_calls_are_noticed(blank: Callable[..., Page], origin: str):
    tab = blank()
    with _complaints(tab) as complaints:
        tab.goto(f"{origin}nowhere/", wait_until="networkidle")
        tab.evaluate("() => fetch('http://elsewhere.invalid/').catch(() => 0)")
        tab.evaluate("() => { setTimeout(() => { throw new Error('lost') }) }")
        tab.wait_for_timeout(200)
    kinds = [complaint.partition(":")[0] for complaint in complaints]
    assert set(kinds) == {"error", "failed", "left"}
    assert "error: lost" in complaints
    assert "left: http://elsewhere.invalid/" in complaints
    assert any("404" in complaint for complaint in complaints)


@every_page
def test_the_copy_button_copies_the_program_without_line_numbers(
    visit: Callable[..., Page], page: str
):
    tab = visit(page)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.wait_for_function(READY, arg=EXAMPLE)
    for path, first, copied in tab.evaluate(COPIED, EXAMPLE):
        lines = (ROOT / "snippets" / path).read_text("utf-8").splitlines()
        assert copied.splitlines() == lines[int(first) - 1 :]


def test_there_are_programs_to_copy(site: Path):
    pages = [file.read_text("utf-8") for file in site.rglob("*.html")]
    assert sum(page.count(" data-snippet=") for page in pages) >= 30
