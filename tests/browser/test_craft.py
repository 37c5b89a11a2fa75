"""What a page weighs, how it holds still, what it says where the reader is, and paper.

That no page complains or calls another machine is in test_behaviour.
"""

import gzip
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import FETCHED, JUMPED, PAGES, PHONE, Loaded, every_scheme
from tests.conftest import BUILD_SECONDS

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
PAGE_WEIGHS, LAB_WEIGHS = 250_000, 300_000  # bytes, gzipped, with all that it loads
SCRIPT_WEIGHS = 12_000  # of it, scripts that are not the theme's
THEMES = "assets/javascripts/"
JUMPS = 0.02
SHEETS = 8
LABS = [page for page in PAGES if page.startswith("labs/") and page != "labs/"]
TERM = ".md-content a[href$='glossary/#zombie']"
MEANS = "A process that has ended and that its parent has not yet waited for."
TIP = ".md-tooltip2--active[role=tooltip]"


@cache
def weight(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes()))


def weights(site: Path, loaded: Loaded) -> dict[str, int]:
    """What was loaded, and what each part weighs."""
    found = {}
    for path in loaded.fetched:
        file = site / path
        found[path] = weight(file / "index.html" if file.is_dir() else file)
    return found


def test_a_page_weighs_little_with_all_that_it_loads(site: Path, loaded: Loaded):
    parts = weights(site, loaded)
    assert any(path.endswith(".css") for path in parts)
    limit = LAB_WEIGHS if loaded.page in LABS else PAGE_WEIGHS
    assert sum(parts.values()) <= limit, parts
    own = {p: n for p, n in parts.items() if p.endswith(".js") and THEMES not in p}
    assert own
    assert sum(own.values()) <= SCRIPT_WEIGHS, own


def test_a_page_holds_still_while_it_is_loaded(loaded: Loaded):
    assert loaded.jumped <= JUMPS


def test_a_page_that_jumps_is_noticed(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    before = tab.evaluate(JUMPED)
    tab.evaluate("() => document.querySelector('h1').style.marginBottom = '300px'")
    tab.wait_for_timeout(100)
    assert tab.evaluate(JUMPED) > before + JUMPS


def test_every_page_leads_to_the_previous_and_the_next(loaded: Loaded):
    if loaded.page == "404.html":
        return  # it has no place in the order
    links = loaded.tab.locator(".md-footer__link")
    ends = {"", "report/"}  # the first and the last in the navigation
    assert links.count() == (1 if loaded.page in ends else 2)
    for link in links.all():
        assert link.get_attribute("href")


def test_the_search_is_fetched_once_it_is_wanted(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    tab.wait_for_load_state("networkidle")
    assert not [url for url in tab.evaluate(FETCHED) if url.endswith("index.json")]
    tab.keyboard.press("/")
    tab.keyboard.type("zombie")
    tab.locator(".md-search-result__link").first.wait_for()
    assert [url for url in tab.evaluate(FETCHED) if url.endswith("index.json")]


def test_a_term_says_what_it_means_to_who_points_at_it(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")
    tab.locator(TERM).first.hover()
    tab.locator(TIP, has_text=MEANS).wait_for()
    tab.keyboard.press("Escape")
    assert tab.locator(TIP).count() == 0


def test_a_term_says_what_it_means_to_who_comes_by_keyboard(
    visit: Callable[..., Page],
):
    tab = visit("processes/zombies/")
    term = tab.locator(TERM).first
    tab.locator("article h1").click()
    for _ in range(20):
        tab.keyboard.press("Tab")
        if term.evaluate("e => e === document.activeElement"):
            break
    tip = tab.locator(TIP, has_text=MEANS)
    tip.wait_for()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")


def test_the_first_touch_of_a_term_says_what_it_means(browser: Browser, origin: str):
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": PHONE, "height": 800}
    ) as profile:
        tab = profile.new_page()
        tab.goto(f"{origin}processes/zombies/", wait_until="networkidle")
        tab.locator(TERM).first.tap()
        tab.locator(TIP, has_text=MEANS).wait_for()
        assert tab.url.endswith("processes/zombies/")
        tab.locator(TERM).first.tap()
        tab.wait_for_url("**/glossary/#zombie")


@pytest.mark.parametrize("page", LABS)
def test_a_lab_is_whole_without_script(browser: Browser, origin: str, page: str):
    with browser.new_context(
        java_script_enabled=False, viewport={"width": PHONE, "height": 800}
    ) as profile:
        tab = profile.new_page()
        tab.goto(origin + page)
        plots = tab.locator(".proof-plot")
        assert plots.count() >= 1
        for plot in plots.all():
            marks = plot.locator("g :is(path, rect)")
            assert marks.count() >= 3
            assert marks.first.bounding_box()["width"] > 0
            assert plot.locator("svg text").count() >= 3
            assert plot.bounding_box()["width"] <= PHONE
            assert plot.locator("table").count() == 1


@every_scheme
def test_a_page_takes_few_sheets_of_paper(visit: Callable[..., Page], scheme: str):
    tab = visit("processes/zombies/", scheme=scheme)
    tab.wait_for_load_state("networkidle")
    pages = re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True))
    assert 1 < len(pages) <= SHEETS
    tab.emulate_media(media="print")
    assert tab.evaluate("() => getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    for hidden in (".md-header", ".md-footer", ".md-sidebar"):
        assert not tab.locator(hidden).first.is_visible()


def test_who_wants_no_motion_gets_none(visit: Callable[..., Page]):
    tab = visit("processes/zombies/")  # in a profile that says so
    slow = """() => [...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e);
        return [style.transitionDuration, style.animationDuration].some(
            text => text.split(',').some(part => parseFloat(part) > 0.01));
    }).length"""
    assert tab.evaluate(slow) == 0
    tab.emulate_media(reduced_motion="no-preference")
    assert tab.evaluate(slow) > 0
