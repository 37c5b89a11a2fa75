"""What the pages do: they copy programs, complain of nothing and call nobody."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HOST, every_page
from tests.conftest import BUILD_SECONDS, ROOT

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
EXAMPLE = ".proof[data-snippet]"


def _complaints(tab: Page) -> list[str]:
    """Fills up with whatever goes wrong in a tab from now on."""
    found: list[str] = []
    tab.on("pageerror", lambda error: found.append(f"error: {error}"))
    tab.on("console", lambda said: found.append(f"{said.type}: {said.text}"))
    tab.on("requestfailed", lambda asked: found.append(f"failed: {asked.url}"))

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != HOST:
            found.append(f"left: {url}")

    tab.on("request", lambda request: asked(request.url))
    tab.on("websocket", lambda socket: asked(socket.url))
    return found


@every_page
def test_no_page_complains_or_calls_another_machine(
    blank: Callable[..., Page], origin: str, page: str
):
    tab = blank()
    complaints = _complaints(tab)
    tab.goto(origin + page, wait_until="networkidle")
    assert not complaints


def test_complaints_and_calls_are_noticed(blank: Callable[..., Page], origin: str):
    tab = blank()
    complaints = _complaints(tab)
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
    for shown in tab.locator(EXAMPLE).all():
        tab.evaluate("() => navigator.clipboard.writeText('nothing')")
        shown.locator("button[data-md-type=copy]").first.click()
        copied = tab.evaluate("() => navigator.clipboard.readText()")
        first = shown.locator("[data-linenos]").first.get_attribute("data-linenos")
        file = ROOT / "snippets" / shown.get_attribute("data-snippet")
        lines = file.read_text("utf-8").splitlines()[int(first) - 1 :]
        assert copied.splitlines() == lines


def test_there_are_programs_to_copy(site: Path):
    pages = [file.read_text("utf-8") for file in site.rglob("*.html")]
    assert sum(page.count(" data-snippet=") for page in pages) >= 30
