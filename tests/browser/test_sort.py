"""Sorting a long table by its columns' names, on a page that has nothing else."""

from collections.abc import Callable

import psutil
import pytest
from playwright.sync_api import Locator, Page, expect

from proof import words
from proof.lists.cells import Cell
from proof.lists.listed import Place
from proof.lists.table import Column, Group, Table
from proof.show.page import Site
from tests.browser.conftest import DESK, DOCS, PHONE
from tests.conftest import Folder

COLUMNS = [
    Column("name", sort=True),
    Column("time", sort=True, sorted="descending"),
    Column("kind", "kind", sort=True),
    Column("links"),
]
ROWS = [
    ("Zebra", "1.50 s", 1.5, "3.14"),
    ("äpfel", "900 ms", 0.9, "3.9"),
    ("apple", "900 ms", 0.9, "3.14"),
    ("Berry", "20 ms", 0.02, "3.9"),
    ("nothing", words.NOTHING, None, "3.9"),
]
ROW = "tbody tr:not(.proof-group)"
MANY = 1100  # rows
MOST = 0.1  # seconds of CPU time to sort them
TIMES = 20  # that they are sorted, so that drawing them once hardly counts
CLICKS = "(button, times) => { for (let n = 0; n < times; n++) button.click(); }"
# What the theme has for the table's style.
THEME = ":root { --md-accent-fg-color: blue; --md-default-bg-color: white; }"


def group(*rows: tuple, title: str = "") -> Group:
    return Group(
        [
            [Cell(name), Cell(text, order=number), Cell(kind), Cell("x")]
            for name, text, number, kind in rows
        ],
        title,
        title.lower(),
    )


@pytest.fixture
def shown(blank: Callable[..., Page], folder: Folder) -> Callable[..., Page]:
    """Show a table of some groups, with the styles and scripts of its page."""

    def show(*groups: Group, width: int = DESK, script: bool = True) -> Page:
        tab = blank(width=width)
        place = Place(Site(folder.project), "page.md")
        html = Table("some", "All of it", COLUMNS, [*groups]).show(place).html
        tab.set_content(f'<html lang="en"><body class="md-typeset">{html}')
        tab.add_style_tag(content=THEME)
        tab.add_style_tag(path=DOCS / "assets" / "lists.css")
        for name in ("filter", "sort") if script else ():
            tab.add_script_tag(path=DOCS / "assets" / f"{name}.js")
        return tab

    return show


def names(tab: Page) -> list[str]:
    return tab.locator(f"{ROW}:visible > th").all_inner_texts()


def head(tab: Page, name: str) -> Locator:
    return tab.locator("thead").get_by_role("button", name=name, exact=True)


def renderers() -> float:
    """Seconds of CPU time of what draws pages; others may use the machine, too."""
    every = psutil.Process().children(recursive=True)
    those = [one for one in every if "--type=renderer" in one.cmdline()]
    return sum(one.cpu_times().user + one.cpu_times().system for one in those)


def ways(tab: Page) -> list[str | None]:
    heads = tab.locator("thead th")
    return heads.evaluate_all("a => a.map(e => e.getAttribute('aria-sort'))")


def test_a_click_sorts_and_a_second_one_turns_it_round(shown: Callable[..., Page]):
    tab = shown(group(*ROWS))
    assert ways(tab) == [None, "descending", None, None]
    before = names(tab)
    head(tab, "name").click()
    assert names(tab) == ["äpfel", "apple", "Berry", "nothing", "Zebra"]
    assert ways(tab) == ["ascending", None, None, None]
    head(tab, "name").click()
    assert names(tab) == ["Zebra", "nothing", "Berry", "apple", "äpfel"]
    assert ways(tab) == ["descending", None, None, None]
    assert sorted(before) == sorted(names(tab))


def test_numbers_are_sorted_by_value_and_what_is_none_comes_last(
    shown: Callable[..., Page],
):
    tab = shown(group(*ROWS[::-1]))
    head(tab, "time").click()
    assert names(tab) == ["Berry", "apple", "äpfel", "Zebra", "nothing"]
    head(tab, "time").click()  # those of one value stay as they were
    assert names(tab) == ["Zebra", "apple", "äpfel", "Berry", "nothing"]


def test_numbers_within_texts_are_numbers_and_rows_of_one_text_stay(
    shown: Callable[..., Page],
):
    tab = shown(group(*ROWS))
    head(tab, "kind").click()
    assert names(tab) == ["äpfel", "Berry", "nothing", "Zebra", "apple"]
    head(tab, "kind").click()
    assert names(tab) == ["Zebra", "apple", "äpfel", "Berry", "nothing"]


def test_what_comes_sorted_is_turned_round(shown: Callable[..., Page]):
    tab = shown(group(*ROWS))
    head(tab, "time").click()
    assert ways(tab)[1] == "ascending"
    assert names(tab)[0] == "Berry"


def test_groups_stay_and_are_sorted_within(shown: Callable[..., Page]):
    tab = shown(group(*ROWS[:3], title="First"), group(*ROWS[3:], title="Second"))
    head(tab, "name").click()
    every = tab.locator("tbody th").all_inner_texts()
    assert every == ["First", "äpfel", "apple", "Zebra", "Second", "Berry", "nothing"]


def test_it_goes_with_the_filter(shown: Callable[..., Page]):
    tab = shown(group(*ROWS))
    tab.get_by_label("kind").select_option("3.9")
    head(tab, "name").click()
    assert names(tab) == ["äpfel", "Berry", "nothing"]
    tab.get_by_label(words.FILTER_TEXT).fill("r")
    assert names(tab) == ["Berry"]
    tab.get_by_label("kind").select_option("")
    assert names(tab) == ["Berry", "Zebra"]
    head(tab, "name").click()
    assert names(tab) == ["Zebra", "Berry"]
    expect(tab.locator("output")).to_have_text(words.FILTERED.format(2, 5))


def test_the_keyboard_is_enough(shown: Callable[..., Page]):
    tab = shown(group(*ROWS))
    tab.get_by_label("kind").focus()
    tab.keyboard.press("Tab")
    expect(head(tab, "name")).to_be_focused()
    outline = head(tab, "name").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    tab.keyboard.press("Enter")
    assert names(tab)[0] == "äpfel"
    tab.keyboard.press("Space")
    assert names(tab)[0] == "Zebra"
    expect(head(tab, "name")).to_be_focused()


def test_only_what_sorts_is_a_button_and_nothing_is_without_script(
    shown: Callable[..., Page],
):
    tab = shown(group(*ROWS))
    buttons = tab.locator("thead button").all_inner_texts()
    assert buttons == ["name", "time", "kind"]
    assert tab.locator("thead th").last.inner_text() == "links"
    tab = shown(group(*ROWS), script=False)
    assert tab.locator("button").count() == 0
    assert tab.locator("thead th").all_inner_texts() == [one.name for one in COLUMNS]


def test_a_single_row_has_nothing_to_sort(shown: Callable[..., Page]):
    assert shown(group(ROWS[0])).locator("button").count() == 0


def test_a_phone_has_the_buttons_too(shown: Callable[..., Page]):
    tab = shown(group(*ROWS), width=PHONE)
    box = head(tab, "name").bounding_box()
    assert box["height"] >= 24 and box["width"] >= 24
    head(tab, "name").click()
    assert names(tab)[0] == "äpfel"


def test_many_rows_are_soon_sorted(shown: Callable[..., Page]):
    rows = [
        (f"Row {n * 7919 % MANY}", f"{n} ms", n / 1000, "3.14") for n in range(MANY)
    ]
    tab = shown(group(*rows))
    for name in ("name", "time"):
        before = renderers()
        head(tab, name).evaluate(CLICKS, TIMES)
        assert (renderers() - before) / TIMES < MOST
    assert tab.locator(ROW).count() == MANY
    first = tab.locator(f"{ROW} > th").first
    assert first.inner_text() == f"Row {(MANY - 1) * 7919 % MANY}"
