"""The version map's tables: what a program says of versions, and what a page shows."""

import pytest

from proof import words
from proof.lists.versions import VERSIONS, Program
from proof.programs import snippet
from tests.conftest import Folder

OLD = '# /// script\n# requires-python = "<3.13"\n# dependencies = []\n# ///\n'
ASKS = "import sys\nassert {}\n"
CALL = (
    '# A page\n\nText.\n\n```python exec="1"\n'
    'from proof import versions\nprint(versions("{}"))\n```\n'
)


def program(source: str, requires: str = ">=3.11", pythons: str = "[]") -> Program:
    header = (
        f'# /// script\n# requires-python = "{requires}"\n# dependencies = []\n'
        f"# [tool.proof]\n# pythons = {pythons}\n# ///\n"
    )
    text = f'{header}"""It is so."""\n\n{source}'
    return Program(snippet.parse(text, "topic/x.py"), "topic/page.md#it")


def answers(one: Program) -> list[str]:
    return [one.answer(version) for version in VERSIONS]


def test_a_program_that_needs_a_version_says_since_when():
    one = program("assert True\n", ">=3.13")
    assert answers(one) == ["no", "no", "yes", "yes", "yes"]
    assert one.versions == [(3, 13)]


def test_a_program_that_only_old_versions_run_says_until_when():
    one = program("assert True\n", ">=3.11,<3.13")
    assert answers(one) == ["yes", "yes", "no", "no", "no"]
    assert one.versions == [(3, 13)]


def test_a_program_that_compares_versions_has_an_answer_before_and_after():
    one = program(ASKS.format("(sys.version_info >= (3, 14)) == True"))
    assert answers(one) == ["before", "before", "before", "after", "after"]
    assert one.versions == [(3, 14)]


def test_a_patch_release_is_named():
    one = program(ASKS.format("sys.version_info >= (3, 14, 1)"))
    assert answers(one) == ["before", "before", "before", "from 3.14.1", "after"]


def test_several_changes_are_told_apart():
    source = "import sys\nversion = sys.version_info[:2]\n"
    source += "assert version >= (3, 12) or version >= (3, 14)\n"
    assert answers(program(source)) == ["before", "after", "after", "again", "after"]


def test_only_changes_between_the_interpreters_that_it_is_shown_on_count():
    source = "import sys\nsys.version_info < (3, 12)\nsys.version_info < (3, 15)\n"
    one = program(source, pythons='["3.11", "3.13", "3.14t"]')
    assert one.changes == [(3, 12)]


def test_a_comparison_of_something_else_is_no_version():
    one = program("place = (3, 14)\nassert place == (3, 14)\n")
    assert one.versions == []
    assert answers(one) == ["yes"] * 5


def test_what_asks_for_the_build_is_noticed():
    assert program("import sys\nsys._is_gil_enabled()\n").asks_build
    assert not program("print('_is_gil')\n").asks_build


@pytest.mark.parametrize("which", ["needed", "changed", "builds"])
def test_a_page_shows_each_table_with_links_to_the_sections(folder: Folder, which: str):
    folder.snippet("topic/needs.py", OLD + '"""It is so."""\nassert True\n')
    folder.page("shown.md", "topic/needs.py")
    folder.page("list.md").write_text(CALL.format(which), "utf-8")
    answer = folder.build()
    assert answer.returncode == 0, answer.stderr
    page = (folder.root / "site" / "list" / "index.html").read_text("utf-8")
    assert f">{words.SHOWN_BY}</th>" in page
    link = '<a href="../shown/">It is so.</a>'
    assert (link in page) == (which == "needed")


def test_a_table_that_there_is_not_is_a_failure(folder: Folder):
    folder.page("list.md").write_text(CALL.format("other"), "utf-8")
    answer = folder.build()
    assert answer.returncode == 1
    assert 'write "needed", "changed" or "builds"' in answer.stderr
