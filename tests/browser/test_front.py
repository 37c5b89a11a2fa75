"""The front page: what it weighs, its doors, and how far it is to an answer."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESK, FETCHED, PHONE, every_scheme
from tests.browser.test_craft import weight
from tests.conftest import BUILD_SECONDS, Built

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
WEIGHS = 150_000  # bytes, gzipped, with all that it loads
DOORS = 3
FIRST = 900  # px, within which the doors stand on a wide screen
CLICKS = 2
QUESTIONS = tomllib.loads(
    Path(__file__).with_name("questions.toml").read_text("utf-8")
)["question"]
LINKS = """() => [...document.querySelectorAll('.md-content a[href]')]
    .map(link => link.href)"""
BOTTOMS = """() => [...document.querySelectorAll('.front-door')]
    .map(door => door.getBoundingClientRect().bottom + scrollY)"""


def test_it_weighs_little_with_all_that_it_loads(
    site: Path, visit: Callable[..., Page]
):
    tab = visit("")
    tab.wait_for_load_state("networkidle")
    paths = {urlsplit(url).path.lstrip("/") for url in tab.evaluate(FETCHED)}
    parts = {path: weight(site / path) for path in paths}
    parts[""] = weight(site / "index.html")
    assert sum(parts.values()) <= WEIGHS, parts


@every_scheme
def test_the_doors_are_on_the_first_screen(visit: Callable[..., Page], scheme: str):
    tab = visit("", width=1440, scheme=scheme)
    bottoms = tab.evaluate(BOTTOMS)
    assert len(bottoms) == DOORS
    assert max(bottoms) <= FIRST
    assert not tab.locator(".front pre").count()  # and no program before them


def test_every_door_is_one_column_on_a_phone(visit: Callable[..., Page]):
    tab = visit("", width=PHONE)
    boxes = [door.bounding_box() for door in tab.locator(".front-door").all()]
    assert len(boxes) == DOORS
    assert len({round(box["x"]) for box in boxes}) == 1
    tops = [box["y"] for box in boxes]
    assert tops == sorted(tops)


@pytest.fixture(scope="module")
def clicks(built: Built, browser: Browser, origin: str) -> dict[str, int]:
    """By path and id, how many links of the pages' own text lead there."""
    return built.once("clicks", lambda: _clicks(browser, origin))


def _clicks(browser: Browser, origin: str) -> dict[str, int]:
    tab = browser.new_context(viewport={"width": DESK, "height": FIRST}).new_page()
    found = {"": 0}
    asked: set[str] = set()
    for distance in range(1, CLICKS + 1):
        for page in [*found]:
            path = urlsplit(page).path
            if path in asked or found[page] != distance - 1:
                continue
            asked.add(path)
            tab.goto(origin + path)
            for link in tab.evaluate(LINKS):
                if link.startswith(origin):
                    found.setdefault(link.removeprefix(origin), distance)
                    found.setdefault(urljoin(link, "#")[len(origin) :], distance)
    tab.context.close()
    return found


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one["answered"])
def test_an_answer_is_two_clicks_away(site: Path, clicks: dict[str, int], one: dict):
    path, _, name = one["answered"].partition("#")
    page = (site / path / "index.html").read_text("utf-8")
    assert not name or f'id="{name}"' in page
    assert clicks.get(one["answered"], CLICKS + 1) <= CLICKS, one["asked"]


def test_there_are_twelve_questions():
    assert len({one["answered"] for one in QUESTIONS}) == 12
