"""What the pages do: they copy programs, complain of nothing and call nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from proof.programs import recipes, snippet
from tests.browser.conftest import (
    ATTRIBUTE,
    MATERIAL,
    SCHEMES,
    Loaded,
    complaints,
)
from tests.conftest import BUILD_SECONDS, ROOT

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
EXAMPLE = ".proof[data-snippet]"
COPIED = """async selector => {
    const found = [];
    for (const button of document.querySelectorAll(`${selector} .proof-copy`)) {
        const shown = button.closest(selector);
        await navigator.clipboard.writeText('nothing');
        button.click();
        let copied = 'nothing';
        for (let i = 0; i < 100 && copied === 'nothing'; i++) {
            await new Promise(resolve => setTimeout(resolve, 1));
            copied = await navigator.clipboard.readText();
        }
        const alone = Boolean(button.closest('.proof-recipe'));
        found.push([shown.dataset.snippet, alone, copied]);
    }
    return found;
}"""


def test_no_page_complains_or_calls_another_machine(loaded: Loaded):
    assert not loaded.complaints


def test_complaints_and_calls_are_noticed(blank: Callable[..., Page], origin: str):
    tab = blank()
    with complaints(tab) as found:
        tab.goto(f"{origin}nowhere/", wait_until="networkidle")
        tab.evaluate("() => fetch('http://elsewhere.invalid/').catch(() => 0)")
        tab.evaluate("() => { setTimeout(() => { throw new Error('lost') }) }")
        tab.wait_for_timeout(200)
    kinds = [complaint.partition(":")[0] for complaint in found]
    assert set(kinds) == {"error", "failed", "left"}
    assert "error: lost" in found
    assert "left: http://elsewhere.invalid/" in found
    assert any("404" in complaint for complaint in found)


def test_a_copy_button_copies_the_whole_program_or_the_recipe_alone(loaded: Loaded):
    tab = loaded.look()
    for path, alone, copied in tab.evaluate(COPIED, EXAMPLE):
        recipe = alone and recipes.read(snippet.read(ROOT, path))
        text = (ROOT / "snippets" / path).read_text("utf-8")
        assert copied == (recipe.text if recipe else text)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_page_is_shown_in_the_scheme_that_the_system_prefers(
    visit: Callable[..., Page], scheme: str
):
    tab = visit("", scheme=scheme)
    assert tab.locator("body").get_attribute(ATTRIBUTE) == MATERIAL[scheme]


def test_the_search_finds_a_page(visit: Callable[..., Page]):
    tab = visit("")
    tab.locator("[data-md-component=search-query]").fill("zombie")
    tab.locator(".md-search-result__link[href*='processes/zombies/']").first.wait_for()


def test_there_are_programs_to_copy(site: Path):
    pages = [file.read_text("utf-8") for file in site.rglob("*.html")]
    assert sum(page.count(" data-snippet=") for page in pages) >= 30
