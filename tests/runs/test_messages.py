"""A message that a page lists is printed by its program, or the program fails."""

from pathlib import Path

import pytest

from proof.programs import interpreters, snippet
from proof.runs import choice
from proof.runs.results import Result, Results
from tests.conftest import Folder

SAYS = """\
import sys
with open({log!r}, "a") as log:
    log.write("ran\\n")
print("ValueError: no such page 7")
print("and on the other", file=sys.stderr)
assert True
"""
HEADER = '# /// script\n# [tool.proof]\n# stderr = "other"\n# args = {}\n# ///\n'
ONE = """\
[[message]]
text = "{}"
program = "topic/says.py"
{}
who = "CPython"
cause = "Nobody wrote it."
mend = "Write it."
link = "topic/page.md#id"
"""
VERSION = interpreters.current().version


@pytest.fixture
def told(folder: Folder) -> Path:
    """A place for messages of a program that prints on both streams."""
    write(folder, "[[]]")
    file = folder.root / "messages" / "topic.toml"
    file.parent.mkdir()
    return file


def write(folder: Folder, args: str, more: str = "") -> None:
    body = SAYS.format(log=str(folder.log)) + more
    folder.snippet("topic/says.py", f'{HEADER.format(args)}"""A claim."""\n{body}')


def made(folder: Folder, fresh: bool = False) -> list[Result]:
    """Results of the program, run where that has to be."""
    one = snippet.read(folder.root, "topic/says.py")
    plans = choice.plans_on(one, interpreters.current())
    results = Results(folder.project, fresh=fresh)
    results.make(plans, lambda *_: None)
    return [results.get(plan) for plan in plans]


def said(results: list[Result]) -> list[str]:
    return [str(error) for one in results for error in one.errors]


def keys(folder: Folder) -> list[str]:
    one = snippet.read(folder.root, "topic/says.py")
    return [plan.key for plan in choice.plans_on(one, interpreters.current())]


@pytest.mark.parametrize("text", ["no such page {}", "and on the other"])
def test_what_is_printed_on_either_stream_passes(folder: Folder, told: Path, text: str):
    told.write_text(ONE.format(text, ""), "utf-8")
    assert not said(made(folder))


def test_what_is_worded_anew_fails_and_names_file_line_and_page(
    folder: Folder, told: Path
):
    told.write_text(ONE.format("no such page", "") * 1, "utf-8")
    assert not said(made(folder, fresh=True))
    other = ONE.format("and on the other", "")
    told.write_text(other + ONE.format("there is no page", ""), "utf-8")
    [error] = said(made(folder, fresh=True))
    assert error.startswith("snippets/topic/says.py:1: its run on CPython ")
    assert "does not print 'there is no page' of messages/topic.toml:9" in error
    assert "docs/symptoms/topic.md lists" in error
    assert "'pythons'" in error


@pytest.mark.parametrize(
    "key, is_told",
    [
        (f'pythons = ">={VERSION}"', True),
        (f'pythons = ">{VERSION}"', False),
        (f'pythons = "<{VERSION}"', False),
        ('pythons = ">=3.11,<4"', True),
        ("args = []", True),
        ('args = ["loud"]', False),
    ],
)
def test_a_message_is_demanded_where_it_applies(
    folder: Folder, told: Path, key: str, is_told: bool
):
    told.write_text(ONE.format("there is no page", key), "utf-8")
    assert bool(said(made(folder))) == is_told


def test_each_list_of_arguments_has_its_own_messages(folder: Folder, told: Path):
    write(folder, '[["loud"], ["quiet"]]', "print(*sys.argv[1:])\n")
    loud = ONE.format("loud", 'args = ["loud"]')
    told.write_text(loud, "utf-8")
    assert not said(made(folder))
    told.write_text(loud + ONE.format("quiet", ""), "utf-8")
    assert len(said(made(folder))) == 1


def test_a_change_is_judged_without_a_run_and_changes_no_key(
    folder: Folder, told: Path
):
    before = keys(folder)
    assert not said(made(folder))
    told.write_text(ONE.format("no such page", ""), "utf-8")
    assert not said(made(folder))
    told.write_text(ONE.format("there is no page", ""), "utf-8")
    assert len(said(made(folder))) == 1
    told.unlink()
    assert not said(made(folder))
    assert folder.log.read_text() == "ran\n"
    assert keys(folder) == before


def test_a_server_judges_anew_what_it_knows(folder: Folder, told: Path):
    results = Results(folder.project)

    def now() -> list[str]:
        one = snippet.read(folder.root, "topic/says.py")
        [plan] = choice.plans_on(one, interpreters.current())
        results.make([plan], lambda *_: None)
        return said([results.get(plan)])

    told.write_text(ONE.format("there is no page", ""), "utf-8")
    assert len(now()) == 1
    told.write_text(ONE.format("no such page", ""), "utf-8")
    assert not now()
    assert folder.log.read_text() == "ran\n"


def test_check_and_build_say_the_same(folder: Folder, told: Path):
    folder.page("shown.md", "topic/says.py")
    told.write_text(ONE.format("there is no page", ""), "utf-8")
    text = "does not print 'there is no page' of messages/topic.toml:1"
    answer = folder.proof("check", "--only", "runs")
    assert answer.returncode == 1
    assert text in " ".join(answer.stdout.split())
    answer = folder.build()
    assert answer.returncode == 1
    assert text in answer.stderr
    assert folder.log.read_text() == "ran\nran\n"
