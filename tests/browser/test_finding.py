"""Readers find a page by their own words, and are led on where nothing is found."""

import gzip
import re
import time
import tomllib
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import PHONE, complaints, every_scheme, requests

HERE = Path(__file__).parent
QUERIES = tomllib.loads((HERE / "queries.toml").read_text("utf-8"))["query"]
MORE = tomllib.loads((HERE / "more_queries.toml").read_text("utf-8"))["query"]
FIELD = "[data-md-component=search-query]"
ITEM = ".md-search-result__item"
NOTHING = ".search-nothing"
# Of those that are seen, how many characters they have, and how high they are.
SIZES = """all => all.filter(one => one.checkVisibility())
    .map(one => [one.innerText.length, one.getBoundingClientRect().height])"""
LEAST, LEAST_MORE = 57, 45  # that hit
REST = "search/search_rest.json"
BYTES = 150_000  # gzipped, until there is an answer
# What Material's and lunr's searches took for their own language.
AWKWARD = [
    *'^~*+-:"\\/<&%#([.',
    "^CTraceback (most recent call last):",
    "~/x.py",
    'a "b',
    "a:b:c",
    "-1",
    "process^",
    "process~9999",
    "'%s' % x",
    "<b>&lt;",
    "__init__",
    "\N{PILE OF POO}",
    "僵",
    "process " * 1000,
    "x" * 5000,
]


# Where the links of each result lead, below the site's address.
PLACES = f"""() => {{
    const {{ base }} = JSON.parse(document.querySelector("#__config").textContent)
    const root = new URL(base, location).href.replace(/\\/?$/, "/")
    return [...document.querySelectorAll("{ITEM}")].map(item =>
        [...item.querySelectorAll(".md-search-result__link")].map(link =>
            (link.origin + link.pathname + link.hash).replace("null", "file://")
                .replace(root, "")))
}}"""


def ask(tab: Page, query: str) -> list[list[str]]:
    """Type a query; return the places that each result links to, the best first."""
    tab.locator(FIELD).fill("")
    tab.wait_for_function(f"() => !document.querySelector('{ITEM}, {NOTHING}')")
    tab.locator(FIELD).fill(query)
    tab.locator(f"{ITEM}, {NOTHING}").first.wait_for()
    return tab.evaluate(PLACES)


def begin(tab: Page) -> None:
    """Open the search as a pointer does, or a finger where there is little room."""
    button = tab.locator("label.md-header__button[for=__search]")
    (button if button.is_visible() else tab.locator(FIELD)).click()


def section(site: Path, place: str) -> str:
    """The HTML of a section of a page, or of the whole page."""
    page, _, heading = place.partition("#")
    html = (site / page / "index.html").read_text("utf-8")
    html = html[html.index("<article") : html.index("</article>")]
    if not heading:
        return html
    start = html.index(f'id="{heading}"')
    end = re.compile(r"<h[1-6] id=").search(html, start)
    return html[start : end.start() if end else None]


def answers(site: Path, query: dict, place: str) -> bool:
    """Whether a reader who asked is helped there."""
    page = place.partition("#")[0]
    if page in query["pages"]:
        return True
    if not page.startswith("symptoms/") or place == "symptoms/":
        return False
    html = section(site, place)
    text = " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
    if query.get("message", "\0") in text:
        return True
    links = re.findall(r'href="(?:\.\./)+([^"#]*)', html)
    return any(link in query["pages"] for link in links)


@pytest.fixture
def front(visit: Callable[..., Page], site: Path) -> Page:
    """The front page, with the search open and all of its index read."""
    tab = visit("")
    begin(tab)
    while not ask(tab, read_later(site)):
        pass
    return tab


def read_later(site: Path) -> str:
    """A word that is in no section's first sentence, and in no title."""
    first, rest = (
        set(re.findall(r"\b[a-z]{9,}\b", (site / file).read_text("utf-8").lower()))
        for file in ("search/search_index.json", REST)
    )
    return max(rest - first, key=lambda word: (len(word), word))


def hold(tab: Page) -> list[Route]:
    """Hold back what is loaded after a first answer; the list has it when asked for."""
    held: list[Route] = []
    tab.route(f"**/{REST}", lambda route: held.append(route))
    return held


def test_the_queries_are_what_was_fixed():
    assert len(QUERIES) == len({one["asked"] for one in QUERIES}) == 60
    assert sum("from" in one for one in QUERIES) >= 20
    assert len({one["asked"] for one in MORE}) == 50
    assert all(one["pages"] for one in [*QUERIES, *MORE])


@pytest.mark.parametrize(("queries", "least"), [(QUERIES, LEAST), (MORE, LEAST_MORE)])
@pytest.mark.parametrize("whole", [False, True])
def test_queries_find_the_right_page_among_the_first_three(
    visit: Callable[..., Page],
    site: Path,
    request: pytest.FixtureRequest,
    whole: bool,
    queries: list[dict],
    least: int,
):
    if whole:
        tab = request.getfixturevalue("front")
    else:  # as soon as there are answers
        tab = visit("")
        hold(tab)
        begin(tab)
    missed = []
    for query in queries:
        found = ask(tab, query["asked"])[:3]
        right = [any(answers(site, query, one) for one in item) for item in found]
        if not any(right):
            missed.append((query["asked"], [item[0] for item in found]))
    print(f"{len(queries) - len(missed)} of {len(queries)} queries hit; not: {missed}")
    assert len(queries) - len(missed) >= least


def test_a_first_answer_takes_few_bytes(visit: Callable[..., Page], site: Path):
    tab = visit("glossary/")
    tab.wait_for_load_state("networkidle")
    hold(tab)
    with requests(tab) as begun:
        tab.locator(FIELD).focus()
        assert ask(tab, "zombie")
    # Worker and index are loaded once somebody wants to search.
    names = {url.partition("//")[2].partition("/")[2] for url in begun}
    assert names - {REST} == {"assets/search.js", "search/search_index.json"}
    worker = re.search(r'"search": "([^"]+)"', tab.content())[1]
    assert worker.endswith("assets/search.js")
    files = [site / "search" / "search_index.json", site / "assets" / "search.js"]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    print(f"{size} bytes before a first answer")
    assert 10_000 < size <= BYTES


def test_what_comes_later_is_found_without_typing_again(
    visit: Callable[..., Page], site: Path
):
    tab = visit("")
    held = hold(tab)
    begin(tab)
    with complaints(tab) as found:
        assert not ask(tab, read_later(site))
        [route] = held
        route.continue_()
        tab.locator(ITEM).first.wait_for()
        tab.locator(NOTHING).wait_for(state="detached")
    assert not found


@every_scheme
@pytest.mark.parametrize("width", [1280, PHONE])
def test_a_result_shows_sentences_and_no_program(
    visit: Callable[..., Page], scheme: str, width: int
):
    tab = visit("", scheme, width)
    begin(tab)
    for query in ("zombie", "BrokenProcessPool", "死锁"):
        ask(tab, query)
        assert not tab.locator(f"{ITEM} pre, {ITEM} code").count()
        # At one look: what is found later takes the place of what was found before.
        sizes = tab.locator(f"{ITEM} article").evaluate_all(SIZES)
        assert sizes
        assert all(length < 600 and height < 260 for length, height in sizes)
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_what_was_found_is_marked(front: Page):
    ask(front, "zombies")
    marks = front.locator(f"{ITEM} mark").all_text_contents()
    assert "Zombies" in marks
    assert {mark.lower() for mark in marks} == {"zombie", "zombies"}


def test_a_slip_is_forgiven(front: Page):
    for slip, page in {
        "zombei": "processes/zombies/",
        "dedlock": "locks/deadlock/",
        "semahpore": "locks/semaphores/",
        "thraed": "threads/",
    }.items():
        first = [item[0] for item in ask(front, slip)[:3]]
        assert any(place.startswith(page) for place in first), slip


def test_awkward_queries_are_answered(front: Page):
    with complaints(front) as found:
        for query in AWKWARD:
            began = time.monotonic()
            ask(front, f"{query} zombie" if len(query) < 100 else query)
            assert time.monotonic() - began < 5
            ask(front, query)
    assert not found


def test_who_finds_nothing_is_led_on(front: Page, origin: str):
    assert not ask(front, "qqqqqqqq")
    links = front.locator(f"{NOTHING} a")
    texts = links.all_inner_texts()
    assert "Glossary" in texts
    assert len(texts) >= 1
    # By the keys that go through results.
    front.keyboard.press("ArrowDown")
    assert front.evaluate("() => document.activeElement.textContent") == texts[0]
    front.keyboard.press("Enter")
    front.wait_for_url(lambda url: url not in (origin, origin + "?q=qqqqqqqq"))
    assert front.locator("article h1").count()
    # And what is there is gone when something is found again.
    front.locator(FIELD).focus()
    ask(front, "qqqqqqqq")
    ask(front, "zombie")
    assert not front.locator(NOTHING).count()


def test_the_keyboard_alone_finds_and_opens(visit: Callable[..., Page]):
    tab = visit("locks/")
    tab.keyboard.press("/")
    tab.keyboard.type("defunct")
    tab.locator(ITEM).first.wait_for()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/processes/zombies/"))


def test_a_finger_finds_and_opens(visit: Callable[..., Page]):
    tab = visit("", "dark", PHONE)
    begin(tab)
    tab.locator(FIELD).fill("多进程")
    tab.locator(f"{ITEM} a").first.click()
    tab.wait_for_url(re.compile("/processes/"))
