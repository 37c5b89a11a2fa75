"""What is often said has an address and a verdict in the page."""

import pytest
from markdown import Markdown

from proof import words
from proof.rules import markdown
from proof.rules.markdown import box_id


def drawn(text: str, *more: str) -> str:
    extensions = ["admonition", "proof.show.boxes", *more]
    return Markdown(extensions=extensions).convert(text)


@pytest.mark.parametrize("verdict", words.SAID)
def test_a_box_shows_its_verdict_in_words(verdict: str):
    html = drawn(f'!!! often-said {verdict} "“It *is* `a_b`”"\n\n    So it is.\n')
    label = f'<span class="proof-belief proof-belief-{verdict}">{words.SAID[verdict]}<'
    assert f"</code>” {label}" in html
    assert f'<div class="admonition often-said {verdict}" id="said-it-is-a-b">' in html


def test_the_id_is_that_of_the_source():
    text = '!!! often-said wrong "“With `a & b`, nothing < x”"\n\n    It does.\n'
    [box] = markdown.read(text)
    assert box.verdict == "wrong"
    name = f'id="{box_id(box.title)}"'
    assert name in drawn(text)
    assert name in drawn(text, "pymdownx.highlight", "pymdownx.inlinehilite")


def test_a_long_saying_has_a_short_id_of_whole_words():
    name = box_id("“" + "It is said again " * 20 + "”")
    assert len(name) < 80 and name.endswith(("it", "is", "said", "again"))


def test_other_boxes_stay_as_they_are():
    assert "id=" not in drawn("!!! warning\n\n    It hangs.\n")
