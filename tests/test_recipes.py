"""Every recipe works where it is taken to, and its proof needs its key lines."""

import ast
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from proof.programs import interpreters, marks, recipes, snippet
from proof.programs.recipes import Recipe
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import choice
from tests.conftest import ROOT

DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
LONGEST = 60.0  # seconds that a proof may take, on a busy machine
# When one that lacks a key line is taken to hang: after so many seconds, and so many
# times what it needs with it.
LEAST, SLOWER = 4.0, 5
ALL = [
    path
    for path in Project(ROOT).snippets()
    if snippet.read(ROOT, path).kind == recipes.KIND
]
HERE = [
    path
    for path in ALL
    if choice.fits(snippet.read(ROOT, path), interpreters.current())
    and not snippet.read(ROOT, path).needs
]
every_recipe = pytest.mark.parametrize("path", HERE)
pytestmark = pytest.mark.timeout(3 * LONGEST)


def test_there_are_recipes_and_no_two_of_a_name():
    names = [_read(path)[1].name for path in ALL]
    assert len(names) >= 60
    assert len({*names}) == len(names)


@every_recipe
def test_a_recipe_works_where_it_is_taken_to_and_not_without_its_key_lines(
    path: str, tmp_path: Path
):
    one, recipe = _read(path)
    began = time.monotonic()
    for args in one.args:
        folder = tmp_path / f"whole-{'-'.join(args)}"
        code, said = _run(folder, one, args, recipe.text, recipe, LONGEST)
        assert code == one.expect, said
    hangs = max(LEAST, SLOWER * (time.monotonic() - began))
    for number in recipe.points:
        without = _without(recipe, number)
        for args in one.args:  # with one of these it has to fail
            folder = tmp_path / f"{number}-{'-'.join(args)}"
            code, said = _run(folder, one, args, without, recipe, hangs)
            if code != one.expect:
                break
        else:
            pytest.fail(f"{path} passes without a key line:\n{said}")


def test_a_statement_is_taken_out_whole():
    code = """\
def f(a):
    with a:
        g(
            1)
    try:
        h()
    except E:
        i()
    return 2
"""

    def without(number: int) -> str:
        recipe = Recipe("f", (1, 9), ("import g",), code, ())
        return _without(recipe, number).removeprefix("import g\n\n\n")

    assert without(1) == code.replace("with a:", "if True:")
    assert without(2) == without(3) == code.replace("g(\n            1)", "pass")
    assert without(4) == code.replace("try:", "if True:").replace(
        "    except E:\n        i()\n", ""
    )
    assert without(6) == code.replace("i()", "raise")
    assert without(8) == code.replace("return 2", "pass")


def _read(path: str) -> tuple[Snippet, Recipe]:
    one = snippet.read(ROOT, path)
    recipe = recipes.read(one)
    assert recipe, f"{path} has no recipe"
    return one, recipe


def _without(recipe: Recipe, number: int) -> str:
    """A recipe's module without the statement on one of its own lines.

    What a ``with``, a ``try`` or an ``if`` holds stays there, and what is caught is
    raised.
    """
    lines = recipe.text.splitlines()
    tree = ast.parse(recipe.text)
    span = marks.statement(tree, len(recipe.head) + number + 1)
    node = next(
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.stmt | ast.excepthandler) and marks.span(one) == span
    )
    indent = " " * node.col_offset
    first, last = span[0] - 1, span[1]
    body = [] if isinstance(node, DEFINED) else getattr(node, "body", [])
    if isinstance(node, ast.excepthandler):
        lines[body[0].lineno - 1 : last] = [f"{indent}    raise"]
    elif body:
        if isinstance(node, ast.Try):
            del lines[body[-1].end_lineno : last]
        lines[first : body[0].lineno - 1] = [f"{indent}if True:"]
    else:
        lines[first:last] = [f"{indent}pass"]
    return "\n".join(lines) + "\n"


def _run(
    folder: Path,
    one: Snippet,
    args: tuple[str, ...],
    module: str,
    recipe: Recipe,
    limit: float,
) -> tuple[int | str, str]:
    """Run a program that imports its recipe from a module; its exit code and output."""
    folder.mkdir(exist_ok=True)
    (folder / "taken_home.py").write_text(module, "utf-8")
    first, last = recipe.lines
    lines = one.text.split("\n")
    lines[first - 1 : last] = [f"from taken_home import {recipe.name}"]
    program = folder / Path(one.path).name
    program.write_text("\n".join(lines), "utf-8")
    work = folder / "work"
    work.mkdir()
    with (
        (folder / "said").open("w+", encoding="utf-8") as said,
        tempfile.TemporaryDirectory(
            prefix="r-", ignore_cleanup_errors=True
        ) as temporary,
    ):
        process = subprocess.Popen(
            [sys.executable, str(program), *args],
            cwd=work,
            env=os.environ | {"TMPDIR": temporary},  # a socket's path has to be short
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code: int | str = process.wait(limit)
        except subprocess.TimeoutExpired:
            code = "hangs"
        finally:
            _end(process)
        said.seek(0)
        return code, said.read()


def _end(process: subprocess.Popen) -> None:
    """End a program and all that it has left, but for what removes what they share."""
    mine = set()
    with contextlib.suppress(psutil.NoSuchProcess):
        mine.update(psutil.Process(process.pid).children(recursive=True))
    removing = []
    for one in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getsid(one.pid) == process.pid or one in mine:
                if "resource_tracker" in " ".join(one.cmdline()):
                    removing.append(one)
                else:
                    one.kill()
    process.wait()
    _, left = psutil.wait_procs(removing, timeout=10)
    for one in left:
        one.kill()
