"""What a reader sees of an example on one screen, on every page, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PAGES, PHONE, Loaded, every_scheme, name
from tests.conftest import BUILD_SECONDS, ROOT, Built

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 200)  # the first builds the site
SCREENS = {1440: 900, DESK: 800, PHONE: 844}  # width and height, px
HEADER = 48  # px: the theme's, which stays in view
CODE_FIRST = ("plain", "recipe")
# Of each example: kind, where its output begins, its height; what is cut; the height.
MEASURE = """() => {
    const cards = [...document.querySelectorAll('.proof')].map(card => {
        const box = card.getBoundingClientRect();
        const shown = card.querySelector(
            '.proof-answer :is(pre, table, figure, .admonition, .proof-empty)');
        const first = shown?.getBoundingClientRect() ?? box;
        const {snippet, kind} = card.dataset;
        return [snippet, kind, first.top - box.top, box.height];
    });
    const cut = [...document.querySelectorAll('.proof pre, .proof [data-n]')]
        .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1)
        .map(e => e.textContent);
    return [cards, cut, document.documentElement.scrollHeight];
}"""
OPEN = """() => document.querySelectorAll('.proof details:not([open])')
    .forEach(fold => { fold.open = fold.wasShut = true; })"""
SHUT = """() => [...document.querySelectorAll('.proof details')]
    .filter(fold => fold.wasShut)
    .forEach(fold => { fold.open = fold.wasShut = false; })"""


@dataclass
class Seen:
    """What was measured of all pages at one width.

    Attributes:
        cards: Of each example its program, kind, distance of the output and height.
        heights: Of the pages, in screens.
    """

    cards: list[tuple[str, str, float, float]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)


def test_a_page_is_short_and_no_line_of_its_examples_is_cut(
    built: Built, loaded: Loaded
):
    widths = measured(built, loaded.page, loaded.look)
    assert {width: cut for width, (_, cut, _) in widths.items() if cut} == {}
    assert widths[1440][2] <= 16


def measured(built: Built, page: str, opened: Callable[[], Page]) -> dict[int, tuple]:
    """The cards, what is cut with folds shut and open, and the screens, by width."""
    key = f"card {name(page)}".replace("/", " ")
    return dict(zip(SCREENS, built.once(key, lambda: _measure(opened())), strict=True))


def _measure(tab: Page) -> list[tuple]:
    found = []
    for width, height in SCREENS.items():
        tab.set_viewport_size({"width": width, "height": height})
        cards, cut, whole = tab.evaluate(MEASURE)
        tab.evaluate(OPEN)
        _, more, _ = tab.evaluate(MEASURE)
        tab.evaluate(SHUT)
        found.append((cards, cut + more, whole / height))
    return found


@pytest.fixture(scope="module")
def seen(built: Built, tab: Page, quick_origin: str) -> dict[int, Seen]:
    """Every page, at every width; asked for when most of them have been measured."""
    found = {width: Seen() for width in SCREENS}
    for page in PAGES:
        opened = partial(_opened, tab, quick_origin + page)
        for width, (cards, _, screens) in measured(built, page, opened).items():
            found[width].cards += map(tuple, cards)
            found[width].heights.append(screens)
    return found


def _opened(tab: Page, address: str) -> Page:
    tab.goto(address)
    return tab


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_an_output_stands_near_the_top_of_its_example(
    seen: dict[int, Seen], width: int
):
    distances = [
        top / SCREENS[width]
        for _, kind, top, _ in seen[width].cards
        if kind not in CODE_FIRST
    ]
    assert len(distances) > 500
    assert quantiles(distances, n=10)[-1] <= 0.25


def test_most_examples_fit_on_one_screen(seen: dict[int, Seen]):
    room = SCREENS[1440] - HEADER
    cards = seen[1440].cards
    fit = [path for path, _, _, height in cards if height <= room]
    assert len(fit) / len(cards) >= 0.75


def test_half_of_the_pages_are_short(seen: dict[int, Seen]):
    assert median(seen[1440].heights) <= 8


@pytest.fixture
def card(visit: Callable[..., Page]) -> Page:
    """A page whose programs have folds, several runs and links."""
    return visit("processes/start-methods/", width=1440)


def test_a_fold_is_opened_by_a_click_and_by_a_key(card: Page):
    fold = card.locator(".proof-code details").first
    line = fold.locator("[data-n]").first
    assert not line.is_visible()
    fold.locator("summary").click()
    assert line.is_visible()
    fold.locator("summary").focus()
    card.keyboard.press("Enter")
    assert not line.is_visible()


def test_one_run_is_shown_at_a_time(card: Page):
    tabs = card.locator(".proof-tabs").first
    runs, names = tabs.locator(".proof-run"), tabs.locator("label")
    count = names.count()
    assert runs.count() == count >= 3

    def visible() -> list[bool]:
        return [runs.nth(i).is_visible() for i in range(count)]

    assert visible() == [i == 0 for i in range(count)]
    names.nth(1).click()
    assert visible() == [i == 1 for i in range(count)]
    card.keyboard.press("ArrowRight")
    assert visible() == [i == 2 for i in range(count)]


def test_a_program_can_be_downloaded(card: Page):
    shown = card.locator(".proof").first
    with card.expect_download() as download:
        shown.locator("a[download]").click()
    path = shown.get_attribute("data-snippet")
    assert path
    source = ROOT / "snippets" / path
    assert Path(download.value.path()).read_bytes() == source.read_bytes()


def test_the_link_to_a_card_leads_to_it(card: Page):
    shown = card.locator(".proof").nth(2)
    shown.locator(".proof-take a[href^='#']").click()
    top = shown.evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 200


@every_scheme
def test_without_script_everything_can_be_read(browser, origin: str, scheme: str):
    with browser.new_context(java_script_enabled=False, color_scheme=scheme) as profile:
        tab = profile.new_page()
        tab.goto(f"{origin}processes/start-methods/")
        shown = tab.locator(".proof").first
        for part in (
            ".proof-claim",
            ".proof-output >> nth=0",
            ".proof-code > .proof-source",
        ):
            assert shown.locator(part).is_visible()
        shown.locator(".proof-code summary").first.click()
        assert shown.locator(".proof-code .proof-source").first.is_visible()
        assert not shown.locator(".proof-copy").is_visible()


# How far what stays in view reaches below its own part of its card, the answer's being
# above the foot; neither may.
OVER = """() => [...document.querySelectorAll('.proof')].flatMap(card => {
    const foot = card.querySelector(':scope > .proof-take').getBoundingClientRect();
    const end = card.getBoundingClientRect().bottom;
    const over = (part, edge) => [...card.querySelectorAll(`:scope > ${part} > div`)]
        .map(inner => inner.getBoundingClientRect().bottom - edge);
    return [...over('.proof-program', end), ...over('.proof-answer', foot.top)];
})"""


def test_what_stays_in_view_covers_no_foot_of_a_card(visit: Callable[..., Page]):
    tab = visit("processes/orphans/", width=1440)
    height = tab.evaluate("document.documentElement.scrollHeight")
    assert len(tab.evaluate(OVER)) > 10
    for y in range(0, height, 200):
        tab.evaluate("y => window.scrollTo(0, y)", y)
        assert max(tab.evaluate(OVER)) < 1
