"""What axe and our own eyes for pictures find wrong with the pages: nothing."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Loaded, every_scheme
from tests.conftest import BUILD_SECONDS

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
# The rules whose answer depends on the scheme; the others are asked in one of the two.
COLOURS = ["color-contrast", "link-in-text-block"]
# Where every word of a program is an element, most of a page's elements are such words.
RUN = """async ([options, plain]) => {
    const kept = [...document.querySelectorAll(plain)]
        .map(element => [element, [...element.childNodes]]);
    for (const [element] of kept) element.replaceChildren(element.textContent);
    const { violations, passes } = await axe.run(document, options);
    for (const [element, nodes] of kept) element.replaceChildren(...nodes);
    return { violations, passes: passes.length };
}"""
# axe leaves text in an SVG undecided, so only its arithmetic is used: each word's
# colour on what the page has behind the picture, 4.5 to 1 as WCAG AA wants.
FAINT = """() => {
    const { Color, flattenColors, getContrast } = axe.commons.color;
    const color = text => {
        const made = new Color();
        made.parseString(text);
        return made;
    };
    const behind = element => {
        const own = color(getComputedStyle(element).backgroundColor);
        return own.alpha === 1 || !element.parentElement
            ? own : flattenColors(own, behind(element.parentElement));
    };
    const words = [...document.querySelectorAll('.md-content svg text')];
    return words.map(word => {
        const fill = color(getComputedStyle(word).fill);
        fill.alpha *= getComputedStyle(word).fillOpacity;
        for (let up = word; up; up = up.parentElement)
            fill.alpha *= getComputedStyle(up).opacity;
        const paper = behind(word.closest('svg').parentElement);
        const ratio = getContrast(paper, flattenColors(fill, paper));
        return [word.textContent, ratio];
    });
}"""


def _findings(
    tab: Page, colours: bool = False, code: bool = False
) -> list[tuple[str, str, str]]:
    """Rule, element and advice of what axe finds.

    Args:
        tab: Where the page is.
        colours: Whether to ask only the rules in `COLOURS`.
        code: Whether to look at each word of the programs' sources too.
    """
    options: dict = {"resultTypes": ["violations"]}
    if colours:
        options["runOnly"] = {"type": "rule", "values": COLOURS}
    _bring_axe(tab)
    answer = tab.evaluate(RUN, [options, "none" if code else ".proof-source > *"])
    assert answer["passes"], "axe looked at nothing"
    return [
        (rule["id"], node["target"][0], node["failureSummary"])
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


def _bring_axe(tab: Page) -> None:
    if not tab.evaluate("() => window.axe"):
        tab.evaluate(Axe().axe_script)


def _faults(tab: Page, colours: bool = False, code: bool = False) -> list[str]:
    """One text for each kind of fault, with an element that shows it."""
    alike: dict[tuple[str, str], list[str]] = {}
    for rule, target, advice in _findings(tab, colours, code):
        alike.setdefault((rule, advice), []).append(target)
    return [
        f"{rule}: {len(found)} times, such as {found[0]}\n{advice}"
        for (rule, advice), found in alike.items()
    ]


@every_scheme
def test_axe_finds_nothing_and_every_word_of_a_picture_stands_out(
    loaded: Loaded, scheme: str, coded: set[str]
):
    tab = loaded.look(scheme)
    # Half of a page's words are code, in the same few colours everywhere.
    faults = _faults(tab, colours=scheme == "dark", code=loaded.page in coded)
    assert not faults, "\n\n".join(faults)
    assert not [found for found in _contrasts(tab) if found[1] < 4.5]


def _contrasts(tab: Page) -> list[tuple[str, float]]:
    _bring_axe(tab)
    return [(text, ratio) for text, ratio in tab.evaluate(FAINT)]


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("color-contrast", "<p style='color: #999; background: #fff'>Too faint</p>"),
        ("button-name", "<button></button>"),
        ("image-alt", "<img src='assets/images/favicon.png'>"),
        ("landmark-unique", "<nav>Nameless</nav><nav>So is this</nav>"),
    ],
    ids=["color-contrast", "button-name", "image-alt", "landmark-unique"],
)
def test_a_fault_put_into_a_page_is_found(
    visit: Callable[..., Page], rule: str, fault: str
):
    tab = visit("")
    assert not _faults(tab)
    _put(tab, fault)
    assert [found.partition(":")[0] for found in _faults(tab)] == [rule]


def _put(tab: Page, html: str) -> None:
    script = "(e, html) => e.insertAdjacentHTML('beforeend', html)"
    tab.locator("article").evaluate(script, html)


def test_a_faint_word_put_into_a_picture_is_found(visit: Callable[..., Page]):
    tab = visit("")
    for fill, opacity in [("#000", 1), ("#777", 1), ("#767676", 1), ("#000", 0.5)]:
        _put(tab, f"<svg opacity='{opacity}'><text fill='{fill}'>ours</text></svg>")
    ours = [ratio for text, ratio in _contrasts(tab) if text == "ours"]
    assert [ratio >= 4.5 for ratio in ours] == [True, False, True, False]
