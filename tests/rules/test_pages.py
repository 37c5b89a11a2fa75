"""Every rule for pages, broken once."""

import pytest

from tests.rules.conftest import FENCE, PAGE, Kept

MANY = "word " * 701
CHANGES = [
    ("# Sums", "Sums", "1: does not begin with a title;"),
    ("A [thread]", "* A [thread]", "3: the first thing under the title is no"),
    ("## Two and two { #two }", "## Two and two", "5: the heading has no id; add one"),
    ("## Two and two { #two }", "## Two { #Two_2 }", "5: the id 'Two_2' is not in "),
    ("{ #see-also }", "{ #two }", "24: the id 'two' is that of line 5 too; choose"),
    ("## Two and two", "## Two and Lots", "5: the heading has a capital in 'Lots'"),
    ("Look at the number.", "    >>> 2 * 2", "7: is a block that nothing executes, a"),
    ("Look at the number.", "```\n4\n```", "7: is a block that nothing executes, and"),
    ("Look at the number.", ">>> 2 * 2", "7: is a typed output; show a program inste"),
    ("Look at the number.", "It takes 12 ms.", "7: '12 ms' is a typed number that no"),
    ("Look at the number.", "It takes\n3.4 us.", "8: '3.4 us' is a typed number"),
    ("Look at the number.", "It has 40 MiB.", "7: '40 MiB' is a typed number that no"),
    ("Look at the number.", "See topic/sum.py.", "7: names the program topic/sum.py"),
    ("Look at the number.", "Its color.", "7: has the American spelling 'color'; writ"),
    ("Look at the number.", "Recieve it.", "7: has 'Recieve', which is mostly a slip "),
    ("Look at the number.", "An exit code.", "7: uses the term 'exit code' for the fi"),
    ("Look at the number.", MANY, "1: has 712 words, answer, lists, tables and progr"),
    ("Look at the number.", FENCE + "\n" + FENCE, "5: shows 3 programs under one head"),
    ("A [thread]", "[A](../glossary.md#no) [thread]", "3: links ../glossary.md#no, w"),
    ("A [thread]", "A thread is a [thread]", "3: uses the term 'thread' before the li"),
    ('exec="1"', 'exec=1', "9: has 'python exec=1 html=\"1\"' as its options; "),
    ('html="1"', 'htlm="1"', "9: has 'python exec=\"1\" htlm=\"1\"' as its options;"),
    ("print(example", "print(exmaple", "10: calls something else than the engine; wri"),
    ("topic/sum.py", "topic/gone.py", "11: there is no snippets/topic/gone.py; corr"),
    ("often-said wrong", "note", "16: is a box of the kind 'note'; there are"),
    ("    It is not.\n", "", "16: is an empty box; say in it what is so"),
    ("“It is five”", "Five", "16: names no belief; write !!! often-said"),
    ("often-said wrong", "often-said", "16: has no verdict where one of these belongs"),
    ("often-said wrong", "often-said so", "16: has so where one of these belongs: wr"),
    ("often-said wrong", "often-said once", "16: says that it was true once, and not"),
    ("often-said wrong", "warning wrong", "16: is a box of the kind 'warning wrong'; "),
    ("## Recap { #recap }", "## Sum { #recap }", "26: has no Recap; close with ## Rec"),
    ("## See also { #see-also }", "## Links { #links }", "26: has no See also; close"),
    ("make four.", "make four. So it is. It is.", "20: the Recap has 3 sentences; say"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"), CHANGES, ids=[one[2] for one in CHANGES]
)
def test_a_broken_rule_is_told_at_its_line(kept: Kept, old: str, new: str, said: str):
    kept.page(old, new)
    assert [fault for fault in kept.of_page() if fault.startswith(said)], kept.faults()
    assert len(kept.of_page()) == 1, kept.faults()


def test_a_box_stands_beside_a_program(kept: Kept):
    kept.page("Two and two make four.", "Four.\n\n!!! warning\n\n    It is not five.")
    assert kept.of_page() == [
        "24: is a box in a section without a program; put it beside one that decides"
    ]


def test_a_page_says_a_belief_once(kept: Kept):
    box = '!!! often-said partly "“It is `five`!”"\n\n    On Linux it is.\n'
    kept.page("Look at the number.", box)
    assert kept.of_page() == [
        "19: says what the box of line 7 says; let one page say it once"
    ]


def test_the_close_is_the_end(kept: Kept):
    kept.page("* [Home](../index.md)\n", "* [Home](../index.md)\n\n## More { #more }\n")
    assert kept.of_page()[0].startswith("20: stands behind other headings; close")


def test_a_page_has_its_name_and_its_place(kept: Kept):
    kept.write("docs/topic/Of_sums.md", PAGE)
    kept.write("docs/topic/other.md", PAGE)
    assert kept.faults() == [
        "docs/topic/Of_sums.md:1: is not in the nav of mkdocs.yml; add topic/Of_sums.md"
        " there",
        "docs/topic/Of_sums.md:1: is not named as a page is; use the field's own term "
        "in kebab-case",
        "docs/topic/other.md:1: is not in the nav of mkdocs.yml; add topic/other.md "
        "there",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There are 4 bytes.",  # as the program has it
        "Linux asks [after 5 ms](../index.md).",  # as another page shows
        "A `Thread` is a Thread of threading.",
        "* [An exit code](../index.md) is a number",
        "The behaviour of `color` and [License](https://example.org/color).",
        "Synchronization of programs.",
        '!!! often-said once "“It is six”"\n\n    Up to 3.11 it was.',
        "* a list with\n\n    a paragraph in it",
    ],
)
def test_what_is_right_is_let_be(kept: Kept, text: str):
    kept.page("Look at the number.", text)
    assert not kept.faults()


def test_a_name_keeps_its_capital_in_a_heading(kept: Kept):
    kept.page(
        "## Two and two { #two }\n", "## A Thread of Linux { #two }\n\nOn Linux.\n"
    )
    assert "'Thread'" in kept.of_page()[0] and len(kept.of_page()) == 1
    heading = "## A Thread of Linux { #two }\n\nA `Thread` on Linux.\n"
    kept.page("## Two and two { #two }\n", heading)
    assert not kept.faults()


def test_lists_and_the_home_page_answer_nothing(kept: Kept):
    kept.write("docs/index.md", "# The Site\n\n* [Sums](topic/sums.md)\n")
    assert not kept.faults()


LIST = '```python exec="1"\nfrom proof import {}\nprint({}())\n```\n'


def test_a_list_is_no_program_and_has_to_be_one_of_the_engine(kept: Kept):
    kept.page("Look at the number.", 3 * f"{LIST.format('facts', 'facts')}\n")
    assert not kept.of_page()
    kept.page("Look at the number.", LIST.format("fakes", "fakes"))
    said = "8: calls for 'fakes', which is no list of the engine; proof/__init__.py "
    assert kept.of_page() == [f"{said}has them"]


def test_what_a_page_says_about_itself_is_no_prose(kept: Kept):
    about = "---\ndescription: An exit code of a color.\n---\n\n"
    kept.page("# Sums", f"{about}# Sums")
    assert not kept.of_page()
    kept.page("# Sums", f"{about}Sums")
    assert kept.of_page()[0].startswith("5: does not begin with a title;")
