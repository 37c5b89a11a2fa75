"""Long tables in a browser: narrowed down by pointer, keyboard and finger, or whole."""

import gzip
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from proof import words
from tests.browser.conftest import DESK, FETCHED, HEIGHT, PHONE, every_scheme
from tests.conftest import BUILD_SECONDS

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
LISTS = {"myths/": 100, "api/": 100, "recipes/": 60, "report/": 100}  # rows at least
KILOBYTES = 250  # gzipped, all that a page fetches but for the search's index
every_list = pytest.mark.parametrize("page", LISTS)
ROWS = ".proof-list:has(.proof-filter) tbody tr:not(.proof-group)"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Cells of which a part is not seen, for the row is narrower than what it says.
CUT = """() => [...document.querySelectorAll('.proof-rows :is(th, td)')]
    .filter(e => e.closest('thead')?.offsetHeight !== 1)  // for screen readers alone
    .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.textContent)"""


def shown(tab: Page) -> int:
    return tab.locator(f"{ROWS}:visible").count()


def said(tab: Page) -> str:
    return tab.locator(".proof-filter output").inner_text()


def column(tab: Page, number: int) -> set[str]:
    cells = tab.locator(f"{ROWS}:visible > :nth-child({number})")
    return {text.strip() for text in cells.all_inner_texts()}


@pytest.fixture
def finger(browser: Browser, origin: str) -> Iterator[Callable[[str], Page]]:
    """Load a page into a telephone's browser."""
    size = {"width": PHONE, "height": HEIGHT}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as profile:

        def opened(page: str) -> Page:
            tab = profile.new_page()
            tab.goto(origin + page)
            return tab

        yield opened


@every_list
def test_words_leave_the_rows_that_have_them(visit: Callable[..., Page], page: str):
    tab = visit(page)
    rows = tab.locator(ROWS).count()
    assert rows >= LISTS[page] and shown(tab) == rows
    assert said(tab) == words.FILTERED.format(rows, rows)
    tab.get_by_label(words.FILTER_TEXT).click()
    tab.keyboard.type("FORK child")
    found = shown(tab)
    assert 0 < found < rows
    assert said(tab) == words.FILTERED.format(found, rows)
    texts = tab.locator(f"{ROWS}:visible").evaluate_all(
        "a => a.map(e => e.textContent)"
    )
    assert all("fork" in text.lower() and "child" in text.lower() for text in texts)
    tab.get_by_label(words.FILTER_TEXT).fill("nothing has these words")
    assert shown(tab) == 0 and tab.locator(".proof-group:visible").count() == 0
    tab.get_by_label(words.FILTER_TEXT).fill("")
    assert shown(tab) == rows


def test_choices_and_words_go_together(visit: Callable[..., Page]):
    tab = visit("myths/")
    once = words.SAID["once"]
    tab.get_by_label(words.MYTH_VERDICT).select_option(once)
    assert column(tab, 2) == {once}
    before = shown(tab)
    tab.get_by_label(words.MYTH_TOPIC).select_option("The GIL")
    assert 0 < shown(tab) < before
    assert column(tab, 3) == {"The GIL"}
    tab.get_by_label(words.FILTER_TEXT).fill("process")
    assert shown(tab) == 1


def test_a_group_without_a_row_is_gone(visit: Callable[..., Page]):
    tab = visit("api/")
    tab.get_by_label(words.API_MODULE).select_option("queue")
    assert tab.locator(".proof-group:visible").all_inner_texts() == ["queue"]
    assert "Queue.put" in column(tab, 1)


def test_the_report_begins_with_the_slowest(visit: Callable[..., Page]):
    tab = visit("report/")
    times = tab.locator(f"{ROWS} > :nth-child(4)").all_text_contents()
    seconds = [
        float(number) / (1000 if unit == "ms" else 1)
        for number, unit in (text.split() for text in times if " " in text)
    ]
    assert len(seconds) > 600
    assert all(a >= b - 0.01 for a, b in pairwise(seconds))


def test_the_keyboard_is_enough(visit: Callable[..., Page]):
    tab = visit("myths/")
    tab.locator("h2").first.click(position={"x": 2, "y": 2})  # begin from there
    for _ in range(4):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.type") == "search":
            break
    tab.keyboard.type("zombie")
    found = shown(tab)
    assert 0 < found < 20
    tab.keyboard.press("Enter")  # sends nothing anywhere
    assert shown(tab) == found and tab.url.endswith("myths/")
    tab.keyboard.press("Tab")
    tab.keyboard.type("w")  # the first choice that begins so
    expect(tab.get_by_label(words.MYTH_VERDICT)).to_have_value(words.SAID["wrong"])
    assert column(tab, 2) == {words.SAID["wrong"]}
    for _ in range(2):
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#said-*")


def test_a_finger_is_enough(finger: Callable[[str], Page]):
    tab = finger("myths/")
    tab.get_by_label(words.FILTER_TEXT).tap()
    tab.keyboard.type("kill -9")
    assert shown(tab) == 1
    tab.locator(f"{ROWS}:visible a").tap()
    tab.wait_for_url("**/processes/zombies/#said-kill-9-removes-a-zombie")
    box = tab.locator("#said-kill-9-removes-a-zombie")
    expect(box).to_be_in_viewport()
    assert box.locator(".proof-belief").inner_text() == words.SAID["wrong"]


@every_list
def test_without_script_all_rows_are_there_and_no_form(
    browser: Browser, origin: str, page: str
):
    with browser.new_context(java_script_enabled=False) as profile:
        tab = profile.new_page()
        tab.goto(origin + page)
        assert shown(tab) == tab.locator(ROWS).count() >= LISTS[page]
        expect(tab.locator(".proof-filter")).to_be_hidden()


@every_list
def test_a_row_fits_every_width(visit: Callable[..., Page], page: str):
    tab = visit(page)
    for width in (PHONE, 600, 768, DESK, 1440):
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        assert not tab.evaluate(WIDE), width
        assert not tab.evaluate(CUT), width


def test_on_a_phone_each_cell_says_whose_it_is(visit: Callable[..., Page]):
    tab = visit("myths/", width=PHONE)
    cell = tab.locator(f"{ROWS} > td").nth(2)
    before = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert "3.11" in before
    roles = tab.locator(f"{ROWS} > *").evaluate_all("a => a.map(e => e.role)")
    assert set(roles) == {"rowheader", "cell"}


@every_list
def test_a_list_is_light(visit: Callable[..., Page], site: Path, page: str):
    tab = visit(page)
    paths = [page, *(urlsplit(url).path for url in tab.evaluate(FETCHED))]
    size = 0
    for path in {path.lstrip("/") for path in paths}:
        file = site / path
        file = file / "index.html" if file.is_dir() else file
        size += len(gzip.compress(file.read_bytes()))
    assert 30_000 < size <= KILOBYTES * 1000


@every_scheme
def test_a_verdict_is_a_word_in_the_box(visit: Callable[..., Page], scheme: str):
    tab = visit("locks/races/", scheme)
    labels = tab.locator(".often-said > .admonition-title > .proof-belief")
    assert set(labels.all_inner_texts()) <= set(words.SAID.values())
    assert labels.count() == 3
