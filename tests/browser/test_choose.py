"""The chooser as a person uses it: by pointer, by keyboard, by touch, by address."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, every_scheme
from tests.browser.test_accessibility import _faults
from tests.browser.test_craft import weight
from tests.conftest import BUILD_SECONDS
from tests.test_choose import every_answer, way

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
PAGE, SCRIPT = "choose/", "assets/choose.js"
SCRIPT_WEIGHS = 4096  # bytes, gzipped
QUESTION, STATUS = ".choose-question", ".choose [role=status]"
FIRST, SECOND = "What does the work do", "How many jobs are there"
NONSENSE = [
    "work=sleeps",
    "colour=red",
    "work=wait&colour=red",
    "work=wait&work=compute",
    "work",
    "__proto__=wait",
    "%E0%A4%A&&==",
]
# What the status says for each of many addresses.
SAID = """async addresses => {
    const said = [];
    for (const address of addresses) {
        const changed = new Promise(done =>
            addEventListener('hashchange', done, { once: true }));
        location.hash = address;
        await changed;
        said.push(document.querySelector('.choose [role=status]').textContent);
    }
    return said;
}"""


@pytest.fixture
def chooser(visit: Callable[..., Page]) -> Page:
    return visit(PAGE, width=1440)


def asks(tab: Page, words: str) -> None:
    """Wait until a question is asked that begins so."""
    expect(tab.locator(QUESTION)).to_have_text(re.compile("^" + re.escape(words)))


def answer(tab: Page, words: str):
    return tab.locator(".choose-answers a", has_text=words)


def test_a_pointer_gets_from_the_first_question_to_a_reason(chooser: Page):
    asks(chooser, FIRST)
    expect(chooser.locator(STATUS)).to_have_text("")
    answer(chooser, "It computes in Python").click()
    asks(chooser, SECOND)
    expect(chooser.locator(STATUS)).to_contain_text("Still possible: processes")
    answer(chooser, "Up to some hundreds").click()
    answer(chooser, "With an exception").click()
    answer(chooser, "3.14 or 3.15").click()
    said = chooser.locator(STATUS).inner_text()
    assert said == "Take: processes or interpreters"
    answer(chooser, "Data that all of them change").click()
    answer(chooser, "Linux").click()
    asks(chooser, "That is all.")
    assert chooser.url.partition("#")[2] == urlencode(
        {
            "work": "compute",
            "many": "some",
            "end": "raise",
            "python": "new",
            "share": "changed",
            "system": "linux",
        }
    )
    found = chooser.locator(".choose-found")
    for words in ("get_lock()", "memoryview", "main guard", "a pool"):
        assert found.get_by_text(words).first.is_visible()
    found.locator("a[href$='#own-gil']").click()
    chooser.wait_for_url("**/gil/interpreters**#own-gil")


def test_a_question_that_decides_nothing_any_more_is_not_asked(chooser: Page):
    answer(chooser, "It waits").click()
    answer(chooser, "Thousands").click()
    answer(chooser, "With an exception").click()
    expect(chooser.locator(STATUS)).to_have_text("Take: asyncio")
    answer(chooser, "3.14 or 3.15").click()
    answer(chooser, "Arguments and results").click()
    asks(chooser, "That is all.")  # any system will do
    chooser.locator(".choose-again").click()
    asks(chooser, FIRST)


def test_keys_answer_and_go_on_where_the_next_question_is(chooser: Page):
    on_question = "() => document.activeElement.classList.contains('choose-question')"
    answer(chooser, "It waits").focus()
    chooser.keyboard.press("Enter")
    chooser.wait_for_function(on_question)
    asks(chooser, SECOND)
    chooser.keyboard.press("Tab")
    chooser.keyboard.press("Tab")
    chooser.keyboard.press("Enter")
    chooser.wait_for_url("**/choose/#work=wait&many=some")
    chooser.wait_for_function(on_question)
    chooser.keyboard.press("Tab")
    chooser.keyboard.press("Enter")
    chooser.wait_for_url("**/choose/#work=wait&many=some&end=raise")
    expect(chooser.locator(STATUS)).to_have_text("Take: threads or asyncio")


def test_a_finger_answers(browser: Browser, origin: str):
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": PHONE, "height": 844}
    ) as profile:
        tab = profile.new_page()
        tab.goto(origin + PAGE)
        for words in ("It hashes", "One thing", "With a crash"):
            link = answer(tab, words)
            assert link.bounding_box()["height"] >= 44
            link.tap()
        expect(tab.locator(STATUS)).to_have_text("Take: processes")
        assert tab.evaluate("() => document.body.scrollWidth") == PHONE


def test_back_and_forward_go_from_question_to_question(chooser: Page):
    answer(chooser, "It waits").click()
    answer(chooser, "Thousands").click()
    chooser.go_back()
    asks(chooser, SECOND)
    chooser.go_back()
    asks(chooser, FIRST)
    chooser.go_forward()
    asks(chooser, SECOND)


def test_an_answer_can_be_given_again(chooser: Page):
    answer(chooser, "It waits").click()
    answer(chooser, "Thousands").click()
    chooser.locator(".choose-given a", has_text="Thousands").click()
    asks(chooser, SECOND)
    chooser.locator(".choose-given a", has_text="It waits").click()
    asks(chooser, FIRST)


@pytest.mark.parametrize("address", NONSENSE)
def test_an_address_with_nonsense_starts_at_the_first_question(
    visit: Callable[..., Page], address: str
):
    tab = visit(f"{PAGE}#{address}")
    asks(tab, FIRST)
    expect(tab.locator(STATUS)).to_have_text("")
    assert tab.locator(".choose-given a").count() == 0


def test_every_address_says_what_the_table_says(chooser: Page):
    answers = every_answer()
    said = chooser.evaluate(SAID, [urlencode(one) for one in answers])
    assert said == [f"Take: {way(one)}" for one in answers]


@every_scheme
def test_axe_finds_nothing_in_the_answers(visit: Callable[..., Page], scheme: str):
    tab = visit(f"{PAGE}#work=compute&many=some&end=raise&python=new", scheme=scheme)
    assert tab.locator(".choose-found li").count() >= 2
    assert not _faults(tab)
    tab.goto(tab.url + "&share=changed&system=linux")
    assert not _faults(tab)


@every_scheme
def test_without_script_questions_tables_and_tree_are_there(
    browser: Browser, origin: str, scheme: str
):
    with browser.new_context(java_script_enabled=False, color_scheme=scheme) as profile:
        tab = profile.new_page()
        tab.goto(origin + PAGE)
        assert tab.locator("[data-ask]").count() == 6
        for part in ("[data-answer]", "td [data-when]", ".choose-tree li"):
            assert all(one.is_visible() for one in tab.locator(part).all())


def test_its_script_is_small(site: Path):
    assert weight(site / SCRIPT) <= SCRIPT_WEIGHS
