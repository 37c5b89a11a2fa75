"""What a program's comments say of its parts, and what is wrong with such a comment."""

import ast

import pytest

from proof.programs import marks

PROGRAM = """\
import os


def state(pid):  # helper
    return os.getpid() == pid


@print
def work():
    state(1)
    with open(os.devnull) as file:  # the point
        file.read()
    print(
        1,
        2,  # the point
    )
"""


def read(text: str) -> marks.Marks:
    return marks.read(text, ast.parse(text))


def test_a_statement_and_a_part_are_marked_with_all_their_lines():
    found = read(PROGRAM)
    assert found.helpers == ((4, 5),)
    assert found.points == ((11, 12), (13, 16))
    assert found.faults == ()


def test_a_string_that_looks_like_a_mark_is_none():
    assert read('x = """\n# the point\n"""\ny = "# helper"\n') == marks.Marks()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("x = 1\ny = 2\nz = 3  # The point!\n", 3, "which marks nothing"),
        ("x = 1\ny = 2\nz = 3  # helpers\n", 3, "which marks nothing"),
        ("x = 1\n# the point\ny = 2\n", 2, "on a line of its own"),
        ("x = 1\n# helper\ny = 2\n", 2, "on a line of its own"),
        ("def f():\n    x = 1  # helper\n    return x\n", 2, "begins no function"),
        (
            "def f():  # helper\n    x = 1  # the point\n    y = 2\n    return x\n",
            2,
            "stands in a helper",
        ),
        ("def f():  # the point\n    return 1\n", 1, "marks 2 of 2 lines"),
    ],
)
def test_a_mark_that_says_nothing_is_told_of(text: str, line: int, problem: str):
    [(where, said)] = read(text).faults
    assert where == line
    assert problem in said


def test_what_does_not_parse_has_no_marks():
    assert marks.read("x = = 1  # the point\n", None) == marks.Marks()
