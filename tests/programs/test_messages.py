"""Files of messages: what they may say, where a fault is, and when they are read."""

import os
from pathlib import Path

import pytest

from proof.programs import messages, snippet
from proof.programs.message import Message
from tests.conftest import Folder

ONE = """\
[[message]]
text = "ValueError: no such page {}, or none"
program = "topic/says.py"
pythons = ">=3.13"
args = ["loud"]
who = "CPython"
cause = "Nobody wrote it."
mend = "Write it."
link = "topic/page.md#id"
"""


@pytest.fixture
def told(folder: Folder) -> Path:
    """A file of one message, whose program is there."""
    folder.snippet("topic/says.py", "assert True\n")
    file = folder.root / "messages" / "topic.toml"
    file.parent.mkdir()
    file.write_text(ONE, "utf-8")
    return file


def wrong(folder: Folder) -> list[str]:
    return [str(error) for error in messages.faults(folder.root)]


def test_a_message_says_where_it_stands_and_who_prints_it(folder: Folder, told: Path):
    [one] = messages.read(folder.root)
    assert not wrong(folder)
    assert (one.file, one.line, one.family) == ("messages/topic.toml", 1, "topic")
    assert one.page == "symptoms/topic.md"
    assert one.shown == "ValueError: no such page …, or none"
    assert one.id == "valueerror-no-such-page-or-none"
    assert one.args == ("loud",)
    assert "3.13.0" in one.pythons
    assert "3.12.9" not in one.pythons


def test_a_project_without_messages_has_none(folder: Folder):
    folder.snippet("topic/says.py", "assert True\n")
    assert messages.read(folder.root) == ()
    assert snippet.read(folder.root, "topic/says.py").messages == ()


def test_a_program_knows_what_it_has_to_print(folder: Folder, told: Path):
    folder.snippet("topic/other.py", "assert True\n")
    assert snippet.read(folder.root, "topic/says.py").messages == messages.read(
        folder.root
    )
    assert snippet.read(folder.root, "topic/other.py").messages == ()


@pytest.mark.parametrize(
    "old, new, line, said",
    [
        ("who =", "whom =", 6, "a message has no key 'whom'; there are text, program,"),
        ('who = "CPython"\n', "", 1, "the message lacks 'who'; add it"),
        ('"CPython"', "3", 6, "'who' takes one line of text"),
        ('"CPython"', '""', 6, "'who' takes one line of text"),
        ('"CPython"', '"C\\nPython"', 6, "'who' takes one line of text"),
        ('">=3.13"', '"3.13 and up"', 4, "'pythons' takes a range of versions"),
        ('["loud"]', '"loud"', 5, "'args' takes a list of texts"),
        ('["loud"]', "[1]", 5, "'args' takes a list of texts"),
        ('"topic/says.py"', '"topic/gone.py"', 1, "there is no snippets/topic/gone.py"),
        ('"topic/says.py"', '"../says.py"', 1, "'../says.py' leads out of"),
        ('who = "CPython"', 'who = "CPython', 6, "is not valid TOML"),
        ("[[message]]", "[message]", 1, "holds something else than messages"),
        ("[[message]]", 'title = "x"\n[[message]]', 1, "holds something else"),
        (ONE, "", 1, "holds something else than messages"),
        (ONE, ONE * 2, 10, "has the id 'valueerror-no-such-page-or-none' that line 1"),
    ],
)
def test_a_fault_is_told_with_its_line(
    folder: Folder, told: Path, old: str, new: str, line: int, said: str
):
    assert old in ONE
    told.write_text(ONE.replace(old, new), "utf-8")
    [fault] = wrong(folder)
    assert fault.startswith(f"messages/topic.toml:{line}: "), fault
    assert said in fault


def test_what_is_wrong_with_one_message_leaves_the_others(folder: Folder, told: Path):
    second = ONE.replace("none", "any")
    told.write_text(ONE.replace("who", "whom") + second, "utf-8")
    [one] = messages.read(folder.root)
    assert one.shown.endswith("any")
    assert one.line == 10


def test_a_file_has_the_name_of_its_page(folder: Folder, told: Path):
    told.rename(told.with_name("My_topic.toml"))
    assert wrong(folder)[0].startswith("messages/My_topic.toml:1: is not named as")


def test_files_are_read_once_and_after_a_change(folder: Folder, told: Path):
    first = messages.read(folder.root)
    assert messages.read(folder.root) is first
    told.write_text(ONE.replace("none", "any"), "utf-8")
    assert messages.read(folder.root)[0].shown.endswith("any")
    os.unlink(told)
    assert messages.read(folder.root) == ()


def pattern(text: str) -> Message:
    values = dict.fromkeys(("who", "cause", "mend", "link"), "x")
    return Message("messages/x.toml", 1, text, "x.py", **values, pythons=None)


@pytest.mark.parametrize(
    "text, printed, is_there",
    [
        ("Broken pipe", "BrokenPipeError: [Errno 32] Broken pipe", True),
        ("Broken pipe", "broken pipe", False),
        ("at {}, and", "at 0x7f01, and", True),
        ("at {}, and", "at\n0x7f01, and", True),
        ("at {}, and", "at 0x7f\n01, and", False),  # what varies is on one line
        ("before the process", "before the\n        process", True),
        ("a.c (*)", "abc ()", False),
    ],
)
def test_a_text_is_found_as_it_is_printed(text: str, printed: str, is_there: bool):
    found = pattern(text).pattern.search(printed)
    assert (found is not None) == is_there


def test_a_long_text_has_an_id_of_whole_words():
    one = pattern("cannot " * 30)
    assert one.id == "-".join(["cannot"] * 8)
