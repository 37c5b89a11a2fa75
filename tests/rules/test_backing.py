"""What a sentence of a page has behind it."""

import pytest

from proof.rules import backing
from proof.rules.markdown import read
from proof.rules.site import Page
from tests.rules.conftest import FENCE

LEAD = "# Sums\n\nA [sum](#two) is quick.\n\n"


def page(text: str, path: str = "docs/topic/page.md") -> Page:
    return Page(path, text, tuple(read(text)))


def faults(text: str, path: str = "docs/topic/page.md") -> list[tuple[int, str]]:
    return [*backing.faults(page(text, path))]


def test_a_sentence_is_backed_by_the_program_of_its_section():
    text = f"{LEAD}## Two {{ #two }}\n\nTwo and two are four.\n\n{FENCE}\nIt is so.\n"
    assert faults(text) == []
    assert all(one.backed for one in backing.sentences(page(text)))


def test_a_bare_sentence_of_a_first_paragraph_is_told_at_its_line():
    found = faults(
        f"{LEAD}## Two {{ #two }}\n\nLook [there](x.md). It is\nfour. It is not.\n"
    )
    assert [line for line, _ in found[:2]] == [7, 8]
    assert "'It is four.'" in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "Two and two [are four](#there).",
        "Two and two are four, see <https://example.org/four>.",
        "* [Two](x.md): they make four. And so on it goes.",
        "What do they make in the end?",
        "They make these three things:",
        "This page is about sums and nothing else.",
        "So it is.\n\n## Recap { #recap }\n\nFour it is, after all.\n",
    ],
)
def test_what_leads_on_or_claims_nothing_is_backed(text: str):
    start = "A [sum](#two) is quick." if text.startswith("So") else "Short."
    found = faults(f"# Sums\n\n{start}\n\n## Two {{ #two }}\n\n{text}\n")
    assert len(found) == (2 if text.startswith("So") else 0)


def test_some_sentences_below_the_first_paragraph_may_be_bare():
    bare = "It is four in any case. "
    for number, told in [(1, 0), (2, 1)]:
        text = LEAD + "\n\n".join(["A [link](#two) is there."] * 30 + [bare * number])
        assert len(faults(text)) == told


def test_lists_that_stand_in_no_topic_are_left_out():
    text = "# Sums\n\nTwo and two are four."
    assert len(faults(text)) == 2
    assert faults(text, "docs/page.md") == []
