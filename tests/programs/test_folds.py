"""Which lines of a program are folded; none is lost by it."""

import html
import re

from proof.programs import folds, snippet
from proof.project import Project
from proof.show import source
from tests.conftest import ROOT

HEAD = '"""A claim."""\n\nimport os\n\n\n'


def folded(text: str, path: str = "topic/x.py") -> dict[str, tuple[int, int]]:
    found, _ = folds.read(snippet.parse(text, path))
    return {fold.title: fold.lines for fold in found}


def function(name: str, docstring: str = "", length: int = 4) -> str:
    lines = [f"def {name}():"]
    lines += [f'    """{docstring}"""'] if docstring else []
    lines += [f"    x = {n}" for n in range(length - len(lines))]
    return "\n".join(lines) + "\n\n\n"


def test_header_claim_and_imports_are_folded():
    header = "# /// script\n# [tool.proof]\n# ///\n"
    assert folded(f"{header}{HEAD}print(os)\n") == {"claim and imports": (1, 6)}
    assert folded(f"{HEAD}print(os)\n") == {"claim and imports": (1, 3)}
    assert folded('"""A claim."""\n') == {}


def test_a_function_that_hands_something_over_is_folded_where_it_is_only_called():
    gives = function("given", "Return something.")
    assert "def given()" in folded(f"{HEAD}{gives}given()\n")
    assert "def given()" not in folded(f"{HEAD}{gives}print(given)\n")
    assert "def does()" not in folded(f"{HEAD}{function('does', 'Do it.')}does()\n")


def test_in_a_long_program_functions_that_are_only_called_are_folded():
    long = function("first", length=15) + function("second", length=15)
    calls = "first()\nsecond()\n"
    assert set(folded(f"{HEAD}{long}{calls}")) == {
        "claim and imports",
        "def first()",
        "def second()",
    }
    marked = long.replace("    x = 3\n", "    x = 3  # the point\n", 1)
    assert "def first()" not in folded(f"{HEAD}{marked}{calls}")
    passed = f"{HEAD}{long}first()\nprint(second)\n"
    assert "def second()" not in folded(passed)


def test_what_the_program_calls_a_helper_is_folded():
    text = (
        f"{HEAD}class Odd:  # helper\n    x = 1\n\n\nTABLE = [  # helper\n    1,\n]\n"
    )
    assert folded(text) == {
        "claim and imports": (1, 3),
        "class Odd": (6, 7),
        "TABLE = [": (10, 12),
    }


def test_every_line_of_every_program_is_there_once():
    for path in Project(ROOT).snippets():
        one = snippet.read(ROOT, path)
        page = source.show(one)
        lines = re.findall(
            r'(?s)<span data-n="(\d+)"[^>]*>(.*?\n)</span>(?=<span data-n|</pre)', page
        )
        assert [int(number) for number, _ in lines] == [*range(1, len(one.lines) + 1)]
        blocks = "".join(re.findall("(?s)<pre[^>]*>(.*?)</pre>", page))
        assert html.unescape(re.sub("<[^>]*>", "", blocks)) == one.text


def test_where_a_reader_is_asked_the_assertions_are_folded_too():
    text = f"{HEAD}x = 1\nassert x == 1\nprint(\n    os,\n)\nassert (\n    x\n)\n"
    found = folds.asking(snippet.parse(text, "topic/x.py"))
    assert [fold.lines for fold in found] == [(1, 1), (7, 7), (11, 13)]
    assert len(folds.read(snippet.parse(text, "topic/x.py"))[0]) == 1
