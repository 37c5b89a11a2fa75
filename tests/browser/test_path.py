"""The path: a reader guesses by pointer, keyboard and touch, or opens the answer."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import (
    DESK,
    HEIGHT,
    JUMPED,
    PHONE,
    complaints,
    every_scheme,
    every_width,
    requests,
)
from tests.conftest import BUILD_SECONDS, ROOT

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
STEPS = sorted(
    f"path/{file.stem}/"
    for file in (ROOT / "docs" / "path").glob("*.md")
    if file.stem != "index"
)
FIRST = "path/threads/"
SCRIPT = "assets/predict.js"
SMALL = 2048  # bytes, gzipped
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"


class Asked:
    """A card that asks.

    Args:
        tab: The page, which has one.
    """

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.card = tab.locator(".proof-asks")
        self.choices = self.card.locator(".proof-choices > li")
        self.right = self.card.locator(".proof-choices > [data-right]")
        self.wrong = self.card.locator(".proof-choices > :not([data-right])").first
        self.output = self.card.locator(".proof-output").first
        self.said = self.card.locator(".proof-told")

    def marks(self) -> list[str]:
        """What stands behind each choice: a cross, a tick or nothing."""
        return self.choices.evaluate_all(
            "all => all.map(one => getComputedStyle(one, '::after').content)"
        )

    def pressed(self) -> list[str | None]:
        buttons = self.choices.locator("button").all()
        return [button.get_attribute("aria-pressed") for button in buttons]


@pytest.fixture
def asked(visit: Callable[..., Page]) -> Asked:
    return Asked(visit(FIRST))


def is_hidden(asked: Asked) -> bool:
    return not asked.output.is_visible() and asked.said.inner_text() == ""


def test_the_answer_is_hidden_until_somebody_chooses(asked: Asked):
    assert asked.choices.count() == 3
    assert is_hidden(asked)
    assert asked.marks() == ["none"] * 3
    assert asked.card.locator(".proof-code > .proof-source").first.is_visible()


def test_a_click_on_the_right_answer_says_so_and_shows_it(asked: Asked):
    asked.right.locator("button").click()
    assert asked.said.inner_text() == "Right."
    assert asked.output.is_visible()
    assert asked.card.locator(".proof-reason").is_visible()
    assert asked.marks() == ["none", '"\u2713"', "none"]
    assert asked.pressed() == ["false", "true", "false"]


def test_a_click_on_a_wrong_answer_names_the_right_one_and_shows_it(asked: Asked):
    asked.wrong.locator("button").click()
    assert asked.said.inner_text() == "Not so. Right is: main: None"
    assert asked.output.is_visible()
    assert asked.marks() == ['"\u2717"', '"\u2713"', "none"]
    asked.right.locator("button").click()  # and may be taken back
    assert asked.said.inner_text() == "Right."
    assert asked.marks() == ["none", '"\u2713"', "none"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_reaches_every_answer_and_chooses(asked: Asked, key: str):
    tab = asked.tab
    asked.card.locator(".proof-code summary").last.focus()
    for number in range(3):
        tab.keyboard.press("Tab")
        button = asked.choices.nth(number).locator("button")
        assert button.evaluate("e => e === document.activeElement")
        width = button.evaluate("e => getComputedStyle(e).outlineWidth")
        assert width == "2px"
    assert is_hidden(asked)
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press(key)
    assert asked.said.inner_text() == "Right."
    assert asked.output.is_visible()
    # The next stop is what has been opened.
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    focused = "() => document.activeElement.parentElement.className"
    assert tab.evaluate(focused) == "proof-reveal"


def test_a_touch_chooses_on_a_target_large_enough(browser: Browser, origin: str):
    size = {"width": PHONE, "height": HEIGHT}
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as profile:
        tab = profile.new_page()
        tab.goto(origin + FIRST)
        asked = Asked(tab)
        heights = [_box(one)["height"] for one in asked.choices.locator("button").all()]
        assert min(heights) >= 42
        asked.wrong.locator("button").tap()
        assert asked.output.is_visible()
        assert asked.said.inner_text().startswith("Not so.")
        assert tab.evaluate(SIDEWAYS) <= 0


def _box(one: Locator) -> dict[str, float]:
    box = one.bounding_box()
    assert box
    return dict(box)


def test_who_does_not_choose_can_open_the_answer(asked: Asked):
    asked.card.locator(".proof-reveal > summary").click()
    assert asked.output.is_visible()
    assert asked.said.inner_text() == ""
    assert asked.marks() == ["none", '"\u2713"', "none"]


def test_without_script_question_and_answers_are_read_and_the_answer_opens(
    browser: Browser, origin: str
):
    with browser.new_context(java_script_enabled=False) as profile:
        tab = profile.new_page()
        tab.goto(origin + FIRST)
        asked = Asked(tab)
        assert asked.choices.all_inner_texts()[:2] == ["main: 5", "main: None"]
        assert asked.card.locator("button:visible").count() == 0
        assert is_hidden(asked)
        asked.card.locator(".proof-reveal > summary").click()
        assert asked.output.is_visible()


def test_a_choice_is_neither_sent_nor_kept(asked: Asked):
    tab = asked.tab
    tab.wait_for_load_state("networkidle")
    before = tab.evaluate("() => JSON.stringify(localStorage) + document.cookie")
    with complaints(tab) as found, requests(tab) as sent:
        asked.wrong.locator("button").click()
        tab.wait_for_timeout(200)
    assert not sent and not found
    after = tab.evaluate("() => JSON.stringify(localStorage) + document.cookie")
    assert after == before


@every_scheme
def test_axe_finds_nothing_in_what_a_choice_shows(
    visit: Callable[..., Page], scheme: str
):
    tab = visit("path/deadlock/", scheme=scheme)
    asked = Asked(tab)
    asked.wrong.locator("button").click()
    tab.locator(".proof-solution > summary").click()
    found = Axe().run(tab).response
    assert found["passes"]
    assert not [(rule["id"], rule["nodes"]) for rule in found["violations"]]


@every_width
def test_every_step_asks_one_question_that_can_be_answered(
    visit: Callable[..., Page], width: int
):
    assert len(STEPS) == 12
    tab = visit(FIRST, width=width)
    for step in STEPS:
        tab.goto(tab.url.partition("path/")[0] + step)
        asked = Asked(tab)
        assert asked.card.count() == asked.right.count() == 1
        assert asked.choices.count() in (2, 3, 4)
        assert is_hidden(asked)
        assert tab.evaluate(SIDEWAYS) <= 0
        asked.right.locator("button").click()
        assert asked.output.is_visible()
        assert asked.card.locator(".proof-claim").is_visible()
        assert tab.evaluate(SIDEWAYS) <= 0


def test_nothing_jumps_while_the_answers_become_buttons(visit: Callable[..., Page]):
    for width in (DESK, PHONE):
        tab = visit(FIRST, width=width)
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate(JUMPED) < 0.01


def test_the_script_is_small(site: Path):
    assert len(gzip.compress((site / SCRIPT).read_bytes())) < SMALL


def test_an_exercise_is_downloaded_as_it_is(visit: Callable[..., Page]):
    tab = visit(FIRST)
    shown = tab.locator(".proof-exercise")
    with tab.expect_download() as download:
        shown.locator("a[download]").click()
    source = ROOT / "exercises" / "bring_back_the_sum.py"
    assert download.value.suggested_filename == source.name
    assert Path(download.value.path()).read_bytes() == source.read_bytes()
    solution = tab.locator(".proof-solution")
    assert not solution.locator(".proof-source").first.is_visible()
    solution.locator("summary").first.click()
    assert "results[" in solution.inner_text()


def test_the_way_leads_from_the_list_through_all_twelve_steps(
    visit: Callable[..., Page],
):
    tab = visit("path/")
    with tab.expect_navigation():
        tab.locator("article ol a").first.click()
    walked = [tab.url.partition("/path/")[2]]
    while (onward := tab.locator("article li:has-text('Next:') a")).count():
        with tab.expect_navigation():
            onward.click()
        walked.append(tab.url.partition("/path/")[2])
    assert len(walked) == len({*walked}) == 12
    assert sorted(f"path/{one}" for one in walked) == STEPS
