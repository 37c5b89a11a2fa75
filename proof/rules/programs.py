"""The rules of CONTRIBUTING.md for programs, as far as no run is needed."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import PurePath

from proof import words
from proof.errors import ProofError
from proof.programs import marks, recipes, snippet
from proof.programs.snippet import Snippet
from proof.rules import spelling
from proof.rules.site import Site

LINES = 60  # of a program, its header left out
COLUMNS = 88  # of a line
HANG = 3.0  # seconds that one which hangs may take
Fault = tuple[int, str]


def faults(site: Site, path: str) -> list[ProofError]:
    """Find what breaks a rule in one program.

    Args:
        site: The project.
        path: The program below ``snippets/``.

    Returns:
        One error for each fault, in the order of the lines.
    """
    try:
        one = snippet.read(site.project.root, path)
        tree = one.check()
    except ProofError as error:
        return [error]
    found: list[Fault] = [
        *_name(one, site),
        *_claim(one, tree),
        *_size(one),
        *_header(one),
        *_twin(one, site),
        *marks.read(one.text, tree).faults,
        *recipes.faults(one, tree),
        *spelling.in_program(one, site),
    ]
    if tree and one.expect == 0 and not _asserts(tree):
        found.append((1, words.NO_ASSERT))
    if path not in site.shown:
        found.append((1, words.SHOWN_NOWHERE.format(path)))
    return [ProofError(one.file, line, text) for line, text in sorted(found)]


def _name(one: Snippet, site: Site) -> Iterator[Fault]:
    topic = one.path.rpartition("/")[0]
    if problem := misnamed(one.path):
        yield 1, problem
    elif not (site.project.root / "docs" / topic).is_dir():
        yield 1, words.NO_TOPIC.format(topic)


def misnamed(path: str) -> str:
    """What is wrong with the name of a program below ``snippets/``, or nothing."""
    name = PurePath(path).stem
    if re.search(r"\d", name):
        return words.NAME_DIGIT
    if not re.fullmatch(r"[a-z]+(/[a-z]+)*/[a-z]+(_[a-z]+)*\.py", path):
        return words.NAME_FORM
    if name in sys.stdlib_module_names:
        return words.NAME_TAKEN.format(name)
    return ""


def _claim(one: Snippet, tree: ast.Module | None) -> Iterator[Fault]:
    line = tree.body[0].lineno if tree else 1
    claim = one.claim
    if not claim.endswith("."):
        yield line, words.NO_STOP
    if re.search(r"[.!?][\"')\u201d]*\s", claim):
        yield line, words.TWO_SENTENCES
    if claim not in one.lines[line - 1] and tree:
        yield line, words.LONG_CLAIM


def _size(one: Snippet) -> Iterator[Fault]:
    header = one.header[1] - one.header[0] + 1 if one.header else 0
    lines = one.lines
    if len(lines) - header > LINES:
        text = words.LONG_PROGRAM.format(len(lines) - header, LINES)
        yield LINES + header + 1, text
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield number, words.WIDE_SOURCE.format(len(line), COLUMNS)


def _header(one: Snippet) -> Iterator[Fault]:
    if one.path.endswith("_timing.py") and not one.quiet:
        yield 1, words.LOUD_TIMING
    if one.expect == "hang" and one.limit > HANG:
        yield one.line_of("limit"), words.LONG_HANG.format(one.limit, HANG)


def _twin(one: Snippet, site: Site) -> Iterator[Fault]:
    """What is wrong between a program that is wrong on purpose and the mended one."""
    found = re.search(r"_(broken|fixed)\.py$", one.path)
    if not found:
        return
    other = {"broken": "_fixed.py", "fixed": "_broken.py"}[found[1]]
    twin = one.path[: found.start()] + other
    if twin not in site.programs:
        yield 1, words.NO_TWIN.format(f"snippets/{twin}")
    elif found[1] == "broken":
        here, there = _body(one), _body(snippet.read(site.project.root, twin))
        lines = [
            number
            for number in range(max(len(here), len(there)))
            if here[number : number + 1] != there[number : number + 1]
        ]
        start = len(one.lines) - len(here) + 1
        if len(lines) != 1:
            text = words.TWINS_DIFFER.format(f"snippets/{twin}", len(lines))
            yield start + (lines[0] if lines else 0), text
        elif "#" not in here[lines[0]]:
            yield start + lines[0], words.NO_MARK


def _body(one: Snippet) -> list[str]:
    """The lines below the docstring, the rest of its last line included."""
    return one.text.removesuffix("\n").split('"""', 2)[-1].split("\n")


def _asserts(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Assert) for node in ast.walk(tree))
