"""Around the pages: the sidebar, the page for a lost address, sheets on paper."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import (
    DESK,
    HEIGHT,
    PAGES,
    PHONE,
    complaints,
    every_scheme,
    served,
)
from tests.conftest import BUILD_SECONDS, ROOT, Folder

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
SHEETS = [page for page in PAGES if re.fullmatch(r"sheets/\w+/", page)]
NAV = ".md-sidebar--primary .md-nav__link:visible"
ENTRIES = 45  # of the sidebar, with the page's own headings
NOWHERE = "no/such-zombie_page/"
SHEET_OF_PAPER = re.compile(rb"/Type\s*/Page\b")
SUB = "sub/path/"


# The sidebar


@pytest.mark.parametrize("page", ["processes/zombies/", "ipc/", "glossary/"])
def test_the_sidebar_lists_one_chapter_at_a_time(visit: Callable[..., Page], page: str):
    tab = visit(page)
    links = tab.locator(NAV)
    chapter = page.partition("/")[0]
    headings = tab.locator(".md-sidebar .md-nav--secondary .md-nav__link").count()
    assert 10 < links.count() <= ENTRIES + headings
    addresses = {link.get_attribute("href") for link in links.all()}
    others = "locks" if chapter != "locks" else "threads"
    deep = [one for one in addresses if one and re.search(rf"{others}/\w", one)]
    assert not deep
    assert any(one and re.search(rf"{others}/$", one) for one in addresses)


def test_the_sidebar_lists_all_pages_of_the_chapter(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    own = [page for page in PAGES if page.startswith("processes/")]
    links = tab.locator(NAV).evaluate_all("all => all.map(one => one.href || '')")
    shown = {link.partition("#")[0].partition("/processes/")[2] for link in links}
    assert shown >= {page.removeprefix("processes/") for page in own}
    assert tab.locator(f"{NAV}.md-nav__link--active").count() >= 1


def test_another_chapter_is_one_key_away(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    link = tab.locator(".md-sidebar--primary a[href$='../locks/']")
    link.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/locks/")
    expect(tab.locator(".md-sidebar--primary a[href$='deadlock/']")).to_be_visible()


def test_the_chapter_can_be_folded_by_key(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    other = tab.locator(".md-sidebar--primary a[href$='orphans/']")
    expect(other).to_be_visible()
    tab.locator(".md-nav__item--active > .md-nav__container label").first.focus()
    tab.keyboard.press("Enter")
    expect(other).to_be_hidden()


def test_on_a_phone_the_drawer_leads_to_the_chapters(visit: Callable[..., Page]):
    tab = visit("processes/zombies/", width=PHONE)
    tab.locator("label.md-header__button[for=__drawer]").click()
    here = tab.locator(".md-sidebar--primary a[href$='orphans/']")
    expect(here).to_be_in_viewport()
    tab.locator(".md-nav__item--active label.md-nav__title:visible").first.click()
    other = tab.locator(".md-sidebar--primary a[href$='../locks/']")
    expect(other).to_be_in_viewport()
    other.click()
    tab.wait_for_url("**/locks/")


# The page for an address that leads nowhere


class _Lost(SimpleHTTPRequestHandler):
    """Serves a site below a path, and its 404 page for all that is not there."""

    def log_message(self, *_: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"/{SUB}")
        return super().translate_path(
            path.removeprefix(f"/{SUB[:-1]}") if inside else "/none/at/all"
        )

    def send_error(self, code: int, *_: object) -> None:
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def below(folder: Folder) -> Iterator[str]:
    """Where a small site is served under a sub-path."""
    for name in ("choose", "symptoms", "path", "locks"):
        folder.page(f"{name}/index.md").write_text(f"# {name.capitalize()}\n", "utf-8")
    folder.page("locks/races.md").write_text("# Races\n\nSuch zombies.\n", "utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    theme = re.search(r"(?ms)^theme:\n.*?(?=^plugins:)", config)[0]
    theme = theme.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    (folder.root / "docs" / "assets").symlink_to(ROOT / "docs" / "assets")
    (folder.root / "mkdocs.yml").write_text(
        f"site_name: Small\nsite_url: https://example.org/{SUB}\n{theme}"
        "plugins: [search]\nmarkdown_extensions: [{toc: {permalink: true}}]\n",
        "utf-8",
    )
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    with served(partial(_Lost, directory=folder.root / "site")) as address:
        yield address + SUB


@every_scheme
@pytest.mark.parametrize("at", ["nothing/", "a/b/c/d.html"])
def test_a_lost_address_is_told_and_all_ways_lead_on(
    below: str, blank: Callable[..., Page], at: str, scheme: str
):
    tab = blank(scheme)
    answer = tab.goto(f"{below}{at}", wait_until="networkidle")
    assert answer.status == 404
    expect(tab.locator(".lost-where code")).to_have_text(f"/{SUB}{at}")
    links = tab.locator("article a")
    addresses = {link.evaluate("one => one.href") for link in links.all()}
    for name in ("", "choose/", "symptoms/", "path/", "locks/"):
        assert f"{below}{name}" in addresses
    with complaints(tab) as found:
        for address in addresses:
            assert tab.request.get(address).status == 200
    assert not found


def test_a_lost_address_can_be_searched_for(below: str, blank: Callable[..., Page]):
    tab = blank()
    tab.goto(f"{below}{NOWHERE}")
    expect(tab.locator("#lost-words")).to_have_value("such zombie page")
    tab.locator("#lost-words").fill("zombies")
    tab.keyboard.press("Enter")
    found = tab.locator(".md-search-result__link", has_text="Races").first
    expect(found).to_be_visible()


def test_a_lost_address_does_without_script(below: str, browser: Browser):
    with browser.new_context(
        java_script_enabled=False, viewport={"width": PHONE, "height": HEIGHT}
    ) as profile:
        tab = profile.new_page()
        tab.goto(f"{below}{NOWHERE}")
        expect(tab.locator(".lost-search")).to_be_hidden()
        tab.locator("article a", has_text="Which should I use?").click()
        expect(tab.locator("h1")).to_contain_text("Choose")


def test_an_odd_address_is_shown_as_text(below: str, blank: Callable[..., Page]):
    tab = blank()
    tab.goto(f"{below}%3Cb%3E%E2%82%AC%FF")
    expect(tab.locator(".lost-where code")).to_contain_text("%FF")
    tab.goto(f"{below}%3Cb%3E%E2%82%AC")
    expect(tab.locator(".lost-where code")).to_have_text(f"/{SUB}<b>€")


# The sheets


def test_there_are_sheets():
    assert len(SHEETS) == 6


@pytest.mark.parametrize("page", SHEETS)
def test_a_cheat_sheet_takes_one_sheet_of_paper(visit: Callable[..., Page], page: str):
    tab = visit(page)
    tab.wait_for_load_state("networkidle")
    paper = tab.pdf(prefer_css_page_size=True)
    assert len(SHEET_OF_PAPER.findall(paper)) == 1
    tab.emulate_media(media="print")
    size = tab.locator("td").first.evaluate("one => getComputedStyle(one).fontSize")
    assert float(size.removesuffix("px")) >= 8


def test_a_sheet_that_is_too_long_is_noticed(visit: Callable[..., Page]):
    tab = visit(SHEETS[0])
    tab.evaluate("""() => { for (const body of document.querySelectorAll("tbody"))
        body.append(...[...body.children].map(row => row.cloneNode(true))) }""")
    paper = tab.pdf(prefer_css_page_size=True)
    assert len(SHEET_OF_PAPER.findall(paper)) == 2


@pytest.mark.parametrize("page", SHEETS)
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_cheat_sheet_fits_its_screen(
    visit: Callable[..., Page], page: str, width: int
):
    tab = visit(page, width=width)
    tab.wait_for_load_state("networkidle")
    over = """() => [...document.querySelectorAll("article table, article td")]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1
            || one.scrollWidth > one.clientWidth + 1).length"""
    assert tab.evaluate(over) == 0
