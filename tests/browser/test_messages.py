"""Messages on their pages: each can be read on a phone, and has its own address."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from proof.programs import messages
from tests.browser.conftest import DESK, PHONE, SCHEMES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

FAMILIES = sorted({one.family for one in messages.read(ROOT)})
# Rows of which a part is outside of the column, or that lack text, cause or link.
WRONG = """() => {
    const column = document.querySelector('article').getBoundingClientRect();
    return [...document.querySelectorAll('.proof-messages h3')].filter(heading => {
        const text = heading.querySelector('code');
        const cause = heading.nextElementSibling;
        const who = cause.nextElementSibling;
        const outside = [...text.getClientRects(), cause.getBoundingClientRect()]
            .some(box => box.left < column.left - 1 || box.right > column.right + 1);
        return outside || !cause.querySelector('strong') || !cause.querySelector('a')
            || !who.textContent.trim();
    }).map(heading => heading.textContent);
}"""
IDS = (
    """() => [...document.querySelectorAll('.proof-messages h3')].map(one => one.id)"""
)
LINKS = """() => [...document.querySelectorAll('.proof-messages li a')]
    .map(link => link.hash.slice(1))"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_message_of_a_family_can_be_read(
    visit: Callable[..., "Page"], family: str, width: int, scheme: str
):
    tab = visit(f"symptoms/{family}/", scheme, width)
    expected = [one.id for one in messages.read(ROOT) if one.family == family]
    assert tab.evaluate(IDS) == expected
    assert not tab.evaluate(WRONG)


def test_an_address_leads_to_its_message(visit: Callable[..., "Page"]):
    [*_, last] = [one for one in messages.read(ROOT) if one.family == "pools"]
    tab = visit(f"symptoms/pools/#{last.id}", width=PHONE)
    heading = tab.locator(f"[id='{last.id}']")
    heading.wait_for()
    assert heading.bounding_box()["y"] < tab.viewport_size["height"] / 2


def test_the_list_of_all_leads_to_each(visit: Callable[..., "Page"]):
    tab = visit("symptoms/", width=PHONE)
    links = tab.evaluate(LINKS)
    assert sorted(links) == sorted(one.id for one in messages.read(ROOT))
    tab.locator(".proof-messages li a").first.click()
    tab.wait_for_url("**/symptoms/*/#*")
    assert tab.evaluate("decodeURI(location.hash).slice(1)") == links[0]
