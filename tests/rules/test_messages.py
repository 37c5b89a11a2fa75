"""Messages are listed by their page, under a title that a search finds, and proved."""

import pytest

from tests.rules.conftest import Kept

TOML = """\
[[message]]
text = "AttributeError: Can't pickle local object 'f.<locals>.{}'"
program = "topic/sum.py"
who = "CPython"
cause = "It has no name."
mend = "Give it one."
link = "topic/sums.md#two"

[[message]]
text = "EOFError"
program = "topic/sum.py"
who = "CPython"
cause = "It is over."
mend = "Stop."
link = "topic/sums.md#two"
"""
PAGE = """\
---
title: "Can't pickle local object, EOFError: pickling"
description: Can't pickle local object, and what to do.
---

# Pickling

Define it.

## Messages { #messages }

```python exec="1" idprefix=""
from proof import messages
print(messages("topic"))
```
"""


@pytest.fixture
def listed(kept: Kept) -> Kept:
    """A project with a file of messages and the page that lists them."""
    kept.write("messages/topic.toml", TOML)
    kept.write("docs/symptoms/topic.md", PAGE)
    nav = (kept.folder.root / "mkdocs.yml").read_text("utf-8")
    kept.write("mkdocs.yml", nav + "  - symptoms/topic.md\n")
    return kept


def test_a_page_of_messages_needs_no_recap(listed: Kept):
    assert not listed.faults()


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("sums.md#two", "sums.md#gone", "leads to 'topic/sums.md#gone', which is no"),
        ("sums.md#two", "gone.md#two", "leads to 'topic/gone.md#two', which is no"),
        ("sums.md#two", "sums.md", "leads to 'topic/sums.md', which is no"),
        ("sum.py", "gone.py", "there is no snippets/topic/gone.py"),
    ],
)
def test_a_message_leads_to_a_heading_and_a_program(
    listed: Kept, old: str, new: str, said: str
):
    listed.write("messages/topic.toml", TOML.replace(old, new, 1))
    [fault] = listed.faults()
    assert fault.startswith("messages/topic.toml:1: "), fault
    assert said in fault


@pytest.mark.parametrize("call", ['messages("other")', "messages()"])
def test_a_family_is_listed_by_its_page(listed: Kept, call: str):
    listed.write("docs/symptoms/topic.md", PAGE.replace('messages("topic")', call))
    said = "messages/topic.toml:1: no page lists these messages; write docs/symptoms/"
    assert [fault[: len(said)] for fault in listed.faults()] == [said]


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("title: \"Can't", 'title: "Cannot', "its title has to begin with texts of"),
        (", EOFError:", ", OSError:", "its title has to begin with texts of"),
        ("title:", "subtitle:", "its title has to begin with texts of"),
        ("n: Can't pickle", "n: Do not pickle", "its description lacks 'cant pickle"),
    ],
)
def test_title_and_description_have_what_people_type(
    listed: Kept, old: str, new: str, said: str
):
    assert old in PAGE
    listed.write("docs/symptoms/topic.md", PAGE.replace(old, new))
    [fault] = listed.faults()
    assert fault.startswith(f"docs/symptoms/topic.md:1: {said}"), fault
