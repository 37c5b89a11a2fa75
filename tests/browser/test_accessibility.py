"""What axe and our own arithmetic find wrong with the pages: nothing."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import PAGES, Loaded, every_scheme
from tests.conftest import BUILD_SECONDS

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
COLOURS = ("color-contrast", "link-in-text-block")
# To ask axe about colours takes longer than all else, and the pages have the same few
# kinds of things. So it is asked where these come together, and the same arithmetic
# looks at every page.
DIVERSE = ["", "choose/", "gil/what-it-does/", "locks/races/", "myths/", "path/races/"]
PLAIN_LINK = (
    "<p style='color: #000; background: #fff'>A text that has a "
    "<a href='/' style='color: #222; text-decoration: none'>link</a> in it.</p>"
)
RUN = """async rules => {
    const { violations, passes } = await axe.run(document, {
        resultTypes: ['violations'], rules });
    return { violations, passes: passes.length };
}"""
# Each word's colour on what the page has behind it, 4.5 to 1 as WCAG AA wants, and 3 to
# 1 for a large one. axe leaves text in an SVG undecided. Of words that look alike and
# have the same tags and classes up to the page, one is looked at.
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
    const chains = new Map();
    const chain = e => {
        if (!chains.has(e)) {
            const up = e.parentElement ? chain(e.parentElement) : '';
            const names = ['class', 'style', 'fill', 'opacity'];
            chains.set(e, [up, e.tagName, ...names.map(n => e.getAttribute(n))].join());
        }
        return chains.get(e);
    };
    const kinds = new Map();
    for (const word of document.body.querySelectorAll('*')) {
        const says = [...word.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!says || !word.checkVisibility({ opacityProperty: true })) continue;
        const { color, fill, backgroundColor, fontSize } = getComputedStyle(word);
        kinds.set([chain(word), color, fill, backgroundColor, fontSize].join(), word);
    }
    return [...kinds.values()].map(word => {
        const style = getComputedStyle(word), svg = word.closest('svg');
        const own = color(svg ? style.fill : style.color);
        if (svg) own.alpha *= style.fillOpacity;
        for (let up = word; up; up = up.parentElement)
            own.alpha *= getComputedStyle(up).opacity;
        const paper = behind(svg ? svg.parentElement : word);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        const ratio = getContrast(paper, flattenColors(own, paper));
        return [word.textContent.trim(), ratio, large && !svg ? 3 : 4.5];
    });
}"""

# Links in a text that only a colour tells from it, and too like it a colour: less than
# 3 to 1, as WCAG's technique G183 wants. Of those that look alike one is looked at.
UNSEEN = """() => {
    const { Color, getContrast } = axe.commons.color;
    const color = text => {
        const made = new Color();
        made.parseString(text);
        return made;
    };
    const kinds = new Map();
    for (const link of document.querySelectorAll('article a[href]')) {
        let block = link.parentElement;
        while (getComputedStyle(block).display === 'inline')
            block = block.parentElement;
        const linked = [...block.querySelectorAll('a')].map(a => a.textContent);
        const words = linked.reduce((left, one) => left.replace(one, ''),
            block.textContent);
        if (!/\\w/.test(words) || !link.checkVisibility()) continue;
        const own = getComputedStyle(link), around = getComputedStyle(block);
        const told = own.textDecorationLine !== 'none' || own.display !== 'inline'
            || own.borderBottomWidth !== '0px' || own.fontWeight !== around.fontWeight
            || color(own.backgroundColor).alpha;
        if (!told) kinds.set([own.color, around.color].join(), link);
    }
    return [...kinds].map(([colors, link]) => [link.textContent.trim(),
        getContrast(...colors.split(/,(?=rgb)/).map(color)), 3]);
}"""


def _findings(tab: Page, colours: bool = True) -> list[tuple[str, str, str]]:
    """Rule, element and advice of what axe finds, with or without `COLOURS`."""
    _bring_axe(tab)
    answer = tab.evaluate(RUN, {rule: {"enabled": colours} for rule in COLOURS})
    assert answer["passes"], "axe looked at nothing"
    return [
        (rule["id"], node["target"][0], node["failureSummary"])
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]


def _bring_axe(tab: Page) -> None:
    if not tab.evaluate("() => !!window.axe"):  # and not all that it holds
        tab.evaluate(Axe().axe_script)


def _faults(tab: Page, colours: bool = True) -> list[str]:
    """One text for each kind of fault, with an element that shows it."""
    alike: dict[tuple[str, str], list[str]] = {}
    for rule, target, advice in _findings(tab, colours):
        alike.setdefault((rule, advice), []).append(target)
    return [
        f"{rule}: {len(found)} times, such as {found[0]}\n{advice}"
        for (rule, advice), found in alike.items()
    ]


@every_scheme
def test_axe_finds_nothing_and_every_word_stands_out(loaded: Loaded, scheme: str):
    tab = loaded.look(scheme)
    if scheme == "light" or loaded.page in DIVERSE:
        faults = _faults(tab, loaded.page in DIVERSE)
        assert not faults, "\n\n".join(faults)
    assert not _faint(tab)


def test_the_pages_whose_colours_axe_is_asked_about_are_there():
    assert set(DIVERSE) <= set(PAGES)


def _faint(tab: Page) -> list[str]:
    _bring_axe(tab)
    looked = [*tab.evaluate(FAINT), *tab.evaluate(UNSEEN)]
    return [text for text, ratio, least in looked if ratio < least]


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("color-contrast", "<p style='color: #999; background: #fff'>Too faint</p>"),
        ("link-in-text-block", PLAIN_LINK),
        ("button-name", "<button></button>"),
        ("image-alt", "<img src='assets/images/favicon.png'>"),
        ("landmark-unique", "<nav>Nameless</nav><nav>So is this</nav>"),
    ],
    ids=[
        "color-contrast",
        "link-in-text-block",
        "button-name",
        "image-alt",
        "landmark-unique",
    ],
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
    words = {"black": ("#000", 1), "dim": ("#777", 1), "just": ("#767676", 1)}
    words["half"] = ("#000", 0.5)
    for text, (fill, opacity) in words.items():
        _put(tab, f"<svg opacity='{opacity}'><text fill='{fill}'>{text}</text></svg>")
    assert _faint(tab) == ["dim", "half"]


def test_a_faint_word_put_into_a_text_is_found(visit: Callable[..., Page]):
    tab = visit("")
    for text, style in {
        "clear": "color: #555",
        "faint": "color: #999",
        "large": "color: #888; font-size: 30px",
        "faded": "opacity: 0.4",
        "on grey": "color: #666; background: #aaa",
    }.items():
        _put(tab, f'<p style="{style}">{text}</p>')
    assert _faint(tab) == ["faint", "faded", "on grey"]


def test_a_link_that_does_not_stand_out_from_its_text_is_found(
    visit: Callable[..., Page],
):
    tab = visit("")
    assert not _faint(tab)
    _put(tab, PLAIN_LINK)
    _put(tab, PLAIN_LINK.replace("#222", "#17b").replace("link<", "blue one<"))
    _put(tab, "<p><a href='/' style='color: #000; text-decoration: none'>All</a></p>")
    assert _faint(tab) == ["link"]
