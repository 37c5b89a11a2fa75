"""`make offline` makes a copy that a browser opens from the disk."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import complaints, requests
from tests.browser.test_finding import FIELD, ITEM, NOTHING, ask
from tests.conftest import BUILD_SECONDS, ROOT, Built

LINK = re.compile(r'<[^>]*\s(?:href|src)="([^"]*)"')
ID = re.compile(r'\s(?:id|name)="([^"]*)"')


@pytest.fixture(scope="module")
def offline(built: Built) -> Path:
    """The copy, of the runs that the site was built with, and beside it."""
    folder = built.folder / "offline"
    said = built.once("offline-said", lambda: _copy(built, folder))
    assert (folder / "index.html").exists(), said
    return folder


def _copy(built: Built, folder: Path) -> str:
    """Call what ``make offline`` calls, and return what it said."""
    command = re.search(
        r"(?m)^offline:.*\n\t@(\w+)=(\w+) \$\(RUN\) (.*) -d site-offline$",
        (ROOT / "Makefile").read_text("utf-8"),
    )
    name, value, words = command.groups()
    return subprocess.run(
        [sys.executable, "-m", *words.split(), "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | built.surroundings | {name: value},
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    ).stderr


@pytest.fixture
def opened(offline: Path, blank: Callable[..., Page]) -> Callable[[str], Page]:
    """Open a page of the copy from the disk."""

    def page(path: str) -> Page:
        tab = blank()
        tab.goto((offline / path).as_uri())
        return tab

    return page


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*.html")):
        if file.name != "404.html":  # which only a server shows
            yield file, file.read_text("utf-8")


def test_every_link_leads_to_a_file_and_to_a_heading_in_it(offline: Path):
    texts = dict(pages(offline))
    assert len(texts) > 90
    ids = {
        file: {unescape(one) for one in ID.findall(text)}
        for file, text in texts.items()
    }
    lost, seen = [], 0
    for file, text in texts.items():
        for link in LINK.findall(text):
            url = urljoin(file.as_uri(), unescape(link))
            parts = urlsplit(url)
            if parts.scheme != "file":
                continue
            seen += 1
            target = Path(unquote(parts.path))
            anchor = unquote(parts.fragment)
            known = ids.get(target, {anchor})  # of a page; of another file nothing
            if not target.is_file() or (anchor and anchor not in known):
                lost.append((file.name, link))
    assert seen > 5000
    assert not lost


def test_nothing_is_fetched_from_elsewhere(opened: Callable[[str], Page]):
    for path in ("index.html", "locks/races.html", "labs/how-many-workers.html"):
        tab = opened(path)
        tab.wait_for_load_state("networkidle")
        with complaints(tab) as found, requests(tab) as asked:
            tab.reload(wait_until="load")
        assert asked and all(urlsplit(url).scheme in ("file", "data") for url in asked)
        # A file is of no host.
        assert not [one for one in found if not one.startswith("left: file:")]


def test_the_search_answers_and_its_links_lead_on(opened: Callable[[str], Page]):
    tab = opened("locks/races.html")
    tab.locator(FIELD).focus()
    assert ask(tab, "defunct")[0][0].startswith("processes/zombies.html")
    tab.locator(f"{ITEM} a").first.click()
    tab.wait_for_url(re.compile(r"^file:.*/processes/zombies\.html"))
    assert tab.locator("article h1").inner_text().startswith("Zombie")
    tab.locator(FIELD).focus()
    assert not ask(tab, "qqqqqqqq")
    tab.locator(f"{NOTHING} a").last.click()
    tab.wait_for_url(re.compile(r"^file:.*\.html"))


def test_links_in_a_page_work(opened: Callable[[str], Page]):
    tab = opened("index.html")
    tab.locator("article a[href='locks/index.html']").first.click()
    tab.wait_for_url(re.compile(r"^file:.*/locks/index\.html"))
    tab.locator(".md-logo").first.click()
    tab.wait_for_url(re.compile(r"^file:.*/index\.html"))


def test_cards_and_pictures_answer(opened: Callable[[str], Page]):
    tab = opened("processes/zombies.html")
    tab.locator(".proof-copy:visible").first.wait_for()
    picture = tab.locator("figure.proof-picture:visible").first
    picture.scroll_into_view_if_needed()
    picture.locator("svg").first.hover()
    assert tab.locator("a[href*='glossary.html#'][title]").count()
    program = tab.locator("a[download]").first
    assert Path(unquote(urlsplit(program.evaluate("one => one.href")).path)).is_file()


def test_each_page_has_its_markdown_beside_it(offline: Path):
    alternate = re.compile(r'<link rel="alternate" type="text/markdown" href="([^"]+)"')
    found = 0
    for file, text in pages(offline):
        for link in alternate.findall(text):
            assert (file.parent / link).is_file(), (file, link)
            found += 1
    assert found > 90
