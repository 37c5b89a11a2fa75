"""The cheat sheets: each line is real code, and its proof uses what it names."""

import ast
import builtins
import contextlib
import posixpath
import re
import sys
from dataclasses import dataclass
from functools import cache

import pytest

from proof.project import EXAMPLE, Project
from proof.rules.site import Site
from tests.conftest import ROOT

SITE = Site(Project(ROOT))
INDEX = ROOT / "docs" / "sheets" / "index.md"
SHEETS = sorted(set((ROOT / "docs" / "sheets").glob("*.md")) - {INDEX})
ROW = re.compile(r"\| (?P<code>`.+`) \| (?P<says>\[[^\]]+\])\((?P<to>[^)]+)\) \|")
RULE = re.compile(r"\| [^`]* \|")  # a table's head, and the line below it
MOST = 11  # words that a line has for what its code does
SHELL = "$ "
WORD = re.compile(r"-?[a-z]\w+")  # of a command; a word in capitals stands for any
TEXT = re.compile(r'"(?!__)([^"{}]+)"')
ARGUMENTS = re.compile(r"(?m)^# args = (.*)$")
PYTHON = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
# What names of a program are the language's; two modules are mostly variables.
LANGUAGE = {*dir(builtins), *sys.stdlib_module_names} - {"queue", "numbers"}


@dataclass(frozen=True)
class Line:
    """A line of a sheet: code, what it does, and where that is proved."""

    sheet: str
    number: int
    code: str
    says: str
    to: str

    def __str__(self) -> str:
        return f"docs/sheets/{self.sheet}:{self.number}"

    @property
    def programs(self) -> list[str]:
        """The sources of the programs in the section that the line links to."""
        path, _, anchor = self.to.partition("#")
        page = posixpath.normpath(posixpath.join("docs/sheets", path))
        for heading, blocks in SITE.page(page).sections if page in SITE.pages else []:
            if heading.name == anchor:
                shown = [EXAMPLE.search(block.text) for block in blocks]
                return [source(found["path"]) for found in shown if found]
        return []


@cache
def source(path: str) -> str:
    return (ROOT / "snippets" / path).read_text("utf-8")


def read() -> list[Line]:
    """Every line of every sheet; one that is no line of a table's form fails."""
    lines = []
    for file in SHEETS:
        for number, text in enumerate(file.read_text("utf-8").split("\n"), 1):
            if not text.startswith("|") or RULE.fullmatch(text):
                continue
            row = ROW.fullmatch(text)
            assert row, f"docs/sheets/{file.name}:{number}: is no code and one link"
            parts = row["code"].strip("`"), row["says"][1:-1], row["to"]
            lines.append(Line(file.name, number, *parts))
    return lines


LINES = read()


def named(code: str) -> set[str]:
    """What code takes from elsewhere: attributes, keywords, and names of the language.

    A name in lower case that is neither called nor the language's stands for any other,
    as `child` does for a process; and so does every name of a single letter.
    """
    found = set()
    for node in ast.walk(compile(code, "sheet", "exec", PYTHON)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.add(node.func.id)
        elif isinstance(node, ast.Name) and (
            node.id in LANGUAGE or node.id != node.id.lower()
        ):
            found.add(node.id)
    return {name for name in found if len(name) > 1}


def used(source: str) -> set[str]:
    """Every name that a program writes, that of its arguments and of code in texts."""
    found = set(re.findall(r"\w+", "".join(ARGUMENTS.findall(source))))
    for node in ast.walk(ast.parse(source)):
        for field in ("attr", "id", "arg", "name", "asname", "value", "module"):
            text = getattr(node, field, None)
            found |= set(text.split(".")) if isinstance(text, str) else set()
        if isinstance(node, ast.Constant) and "(" in str(node.value):
            with contextlib.suppress(SyntaxError):
                found |= used(node.value)
    return found


def lacking(line: Line) -> set[str]:
    """What a line names and its proof does not: names, options, texts."""
    shown = "\n".join(line.programs)
    if line.code.startswith(SHELL):
        return set(WORD.findall(line.code)) - set(WORD.findall(shown))
    texts = {text for text in TEXT.findall(line.code) if text not in shown}
    return texts | named(line.code).difference(*map(used, line.programs))


def test_there_are_sheets_and_lines_to_check():
    assert len(SHEETS) == 6
    assert len(LINES) >= 200


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_line_leads_to_a_section_that_shows_a_program(line: Line):
    assert line.programs, f"{line}: {line.to} shows no program; link one that does"


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_line_is_real_code_whose_names_its_proof_uses(line: Line):
    missing = lacking(line)
    assert not missing, f"{line}: no program at {line.to} uses {missing}"


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_line_says_what_it_does_in_few_words(line: Line):
    assert len(line.says.split()) <= MOST, f"{line}: say it in fewer words"


def test_code_that_is_none_and_names_that_nobody_uses_are_noticed():
    with pytest.raises(SyntaxError):
        named("p.join(")
    assert named("p.joined(timeout=s)") == {"joined", "timeout"}
    assert named("await g.create_task(f())") == {"create_task"}
    assert named("get_context(method)") == {"get_context"}
    assert named("for one in children: one.join()") == {"join"}
    assert named("os.kill(pid, SIGTERM)") == {"os", "kill", "SIGTERM"}
    assert {"wait", "timeout"} <= used("p.wait(timeout=1)")
    assert "joined" not in used("p.join()")
    assert {"fork", "os"} <= used('# args = [["fork"]]\nexec("os.fork()")')
