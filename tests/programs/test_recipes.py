"""What of a program is taken home, and what keeps it from being."""

import textwrap

import pytest

from proof.programs import recipes, snippet

HEADER = '# /// script\n# [tool.proof]\n# kind = "recipe"\n# ///\n"""A claim."""\n\n'
GOOD = """\
import os
import concurrent.futures
from threading import Event, Thread as T

LIMIT = 3


def run_later(job, *more: list):
    \"\"\"Run a job in a thread.\"\"\"
    is_over = Event()

    def work():
        job(*more)
        is_over.set()

    T(target=work).start()  # the point
    return is_over, concurrent.futures.CancelledError


if __name__ == "__main__":
    assert run_later(print)[0].wait(LIMIT)
    os.getpid()
"""


def made(text: str) -> snippet.Snippet:
    return snippet.parse(HEADER + textwrap.dedent(text), "topic/one.py")


def problems(text: str) -> list[str]:
    one = made(text)
    return [problem for _, problem in recipes.faults(one, one.parse())]


def test_a_recipe_is_the_first_definition_with_the_imports_that_it_needs():
    found = recipes.read(made(GOOD))
    assert found
    assert found.name == "run_later"
    assert found.imports == (
        "import concurrent.futures",
        "from threading import Event, Thread as T",
    )
    assert found.text.splitlines()[found.points[0] + len(found.head)].endswith(
        "T(target=work).start()"
    )
    assert "the point" not in found.text
    scope: dict = {}
    exec(found.text, scope)
    assert scope["run_later"](print)[0].wait(10)
    assert not problems(GOOD)


def test_a_recipe_that_needs_no_import_stands_alone():
    found = recipes.read(
        made('def f():\n    """Do it."""\n    return 1  # the point\n')
    )
    assert found
    assert found.text.startswith("def f():")


def test_a_program_of_another_kind_has_none():
    assert recipes.read(snippet.parse(GOOD, "topic/one.py")) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("job(*more)", "job(*more, LIMIT)", "uses LIMIT"),
        ("job(*more)", "job(*more, made())", "uses made"),
        ("  # the point", "", "stands or falls"),
        ('"""Run a job in a thread."""', "pass", "no docstring"),
        (
            "job(*more)",
            "\n".join(["job(*more)"] + 20 * ["        job()"]),
            "lines, and",
        ),
    ],
)
def test_what_keeps_a_recipe_from_being_taken_home_is_said(
    old: str, new: str, said: str
):
    assert old in GOOD
    found = problems(GOOD.replace(old, new))
    assert len(found) == 1
    assert said in found[0]


def test_a_recipe_without_a_definition_is_told():
    assert "write it first" in problems("print(1)\n")[0]
