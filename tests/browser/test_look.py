"""How the pages look at a desk and on a phone."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import (
    DESK,
    PAGES,
    PHONE,
    Loaded,
    every_width,
    name,
)
from tests.conftest import BUILD_SECONDS, ROOT

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
# Pages whose pictures have to tell their story to someone who has not read the text.
STORIES = [
    "processes/zombies/",
    "processes/orphans/",
    "processes/daemons/",
    "processes/start-methods/",
    "gil/what-it-does/",
    "locks/races/",
    "pictures/reading/",
]
SHOTS = ROOT / "test-artefacts" / "screenshots"
WIDTHS = "() => ['documentElement', 'body'].map(name => document[name].scrollWidth)"
HEIGHT = "() => document.documentElement.scrollHeight"
# What is hidden for eyes only, one pixel wide, is not cut off.
CUT = """() => [...document.querySelectorAll('.md-content *')]
    .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
    .filter(e => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1)
    .map(e => `${e.className}: ${e.scrollWidth} in ${e.clientWidth}`)"""
# An SVG's overflow is in no scrollWidth.
OUTSIDE = """() => [...document.querySelectorAll('.md-content .proof svg text')]
    .filter(text => {
        const [own, box] = [text, text.closest('.proof')]
            .map(e => e.getBoundingClientRect());
        return own.width && (own.left < box.left || own.right > box.right);
    })
    .map(text => text.textContent)"""

COVERED = """() => [...document.querySelectorAll('.proof-picture')].flatMap(picture => {
    const words = [...picture.querySelectorAll('text')]
        .map(word => [word.textContent, word.getBoundingClientRect()]);
    return words.flatMap(([text, one], index) => words.slice(index + 1)
        .filter(([, other]) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3)
        .map(([other]) => `${text} and ${other}`));
})"""

# Of several runs one is shown at a time.
RUNS = """() => Math.max(1, ...[...document.querySelectorAll('.proof-tabs')]
    .map(tabs => tabs.querySelectorAll('input').length))"""
CHOOSE = """number => {
    for (const tabs of document.querySelectorAll('.proof-tabs')) {
        const chosen = tabs.querySelectorAll('input')[number];
        if (chosen) chosen.checked = true;
    }
}"""


def test_every_built_page_is_looked_at(site: Path):
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    assert len(built) >= 10
    assert set(STORIES) <= set(PAGES)
    assert built == {
        page if page.endswith(".html") else f"{page}index.html" for page in PAGES
    }


@every_width
def test_nothing_is_cut_off_or_covered(loaded: Loaded, width: int):
    tab = loaded.look(width=width)
    assert tab.evaluate(WIDTHS) == [width, width], "it scrolls sideways"
    for run in reversed(range(tab.evaluate(RUNS))):
        tab.evaluate(CHOOSE, run)
        assert not tab.evaluate(CUT)
        assert not tab.evaluate(OUTSIDE)
        assert not tab.evaluate(COVERED)


def test_there_are_pictures_to_look_at(site: Path):
    pages = [file.read_text("utf-8") for file in site.rglob("*.html")]
    assert sum(page.count('<figure class="proof-picture') for page in pages) >= 20


def test_too_wide_a_thing_put_into_a_page_is_found(visit: Callable[..., Page]):
    tab = visit("", width=PHONE)
    article = tab.locator("article")
    article.evaluate("e => e.innerHTML += '<div style=\"width: 600px\">wide</div>'")
    assert max(tab.evaluate(WIDTHS)) > PHONE
    article.evaluate("e => e.style.overflow = 'hidden'")
    assert tab.evaluate(CUT)
    text = '<div class="proof"><svg><text x="600">far</text></svg></div>'
    article.evaluate("(e, html) => e.innerHTML += html", text)
    assert tab.evaluate(OUTSIDE) == ["far"]


def test_words_put_over_each_other_are_found(visit: Callable[..., Page]):
    tab = visit("")
    before = tab.evaluate(COVERED)
    texts = "".join(f'<text y="20" x="{x}">word</text>' for x in (0, 10, 100))
    html = f'<figure class="proof-picture"><svg>{texts}</svg></figure>'
    tab.locator("article").evaluate("(e, html) => e.innerHTML += html", html)
    assert tab.evaluate(COVERED) == [*before, "word and word"]


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("page", STORIES, ids=name)
def test_a_screenshot_of_the_whole_page_is_kept(
    visit: Callable[..., Page], page: str, width: int, scheme: str
):
    tab = visit(page, width=width, scheme=scheme)
    file = SHOTS / f"{name(page)}-{width}-{scheme}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    shot = tab.screenshot(path=file, full_page=True)
    assert struct.unpack(">II", shot[16:24]) == (width, tab.evaluate(HEIGHT))
    assert len(shot) > 10_000
