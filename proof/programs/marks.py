"""What a program's own comments say of its parts: the point, and what only helps.

``# the point`` behind a statement marks it, and ``# helper`` behind the first line of a
function, a class or a constant says that a reader may skip it. A page tints the one and
folds the other.
"""

import ast
import contextlib
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from proof import words

POINT, HELPER = "# the point", "# helper"
ALIKE = re.compile(r"(?im)#\W*(the\s+)?(point|helper)s?\W*$")
Span = tuple[int, int]  # first and last line, both included


@dataclass(frozen=True)
class Marks:
    """What is marked.

    Attributes:
        points: The lines of each statement that is the point.
        helpers: The lines of each part that a reader may skip.
        faults: Line and problem of each mark that says nothing.
    """

    points: tuple[Span, ...] = ()
    helpers: tuple[Span, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()


def read(text: str, tree: ast.Module | None) -> Marks:
    """Read a program's marks.

    Args:
        text: The program, a line feed after each line.
        tree: Its syntax; without it nothing is marked.
    """
    if tree is None or not ALIKE.search(text):
        return Marks()
    points: list[Span] = []
    helpers: list[Span] = []
    faults: list[tuple[int, str]] = []
    for line, comment, alone in _comments(text):
        if not ALIKE.fullmatch(comment):
            continue
        if comment not in (POINT, HELPER):
            faults.append((line, words.MARK_ALIKE.format(comment, POINT, HELPER)))
        elif alone:
            faults.append((line, words.MARK_ALONE.format(comment)))
        elif comment == POINT:
            points.append(statement(tree, line))
        elif span := _part(tree, line):
            helpers.append(span)
        else:
            faults.append((line, words.MARK_NO_PART))
    faults += [
        (first, words.MARK_HIDDEN)
        for first, _ in points
        if any(start <= first <= end for start, end in helpers)
    ]
    code = sum(1 for line in text.split("\n") if line.strip())
    tinted = sum(end - first + 1 for first, end in points)
    if 2 * tinted > code:
        faults.append((points[0][0], words.MARK_MOST.format(tinted, code)))
    return Marks(tuple(points), tuple(helpers), tuple(faults))


def _comments(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each comment: its line, its text, and whether it has the line to itself."""
    with contextlib.suppress(tokenize.TokenError, SyntaxError):  # where it is stricter
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                alone = not token.line[: token.start[1]].strip()
                yield token.start[0], token.string, alone


def statement(tree: ast.Module, line: int) -> Span:
    """The smallest statement that stands on a line; all of it, if it has a body."""
    return min(
        (
            span(node)
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt | ast.excepthandler | ast.match_case)
            and hasattr(node, "lineno")
            and span(node)[0] <= line <= node.end_lineno
        ),
        key=lambda lines: lines[1] - lines[0],
        default=(line, line),
    )


def _part(tree: ast.Module, line: int) -> Span | None:
    """The part of the program whose first line it is."""
    for node in tree.body:
        first, last = span(node)
        body = getattr(node, "body", None)
        head = body[0].lineno - 1 if body else last
        if first <= line <= max(head, node.lineno):
            return first, last
    return None


def span(node: ast.stmt) -> Span:
    """A statement's lines, its decorators included."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return first, node.end_lineno or node.lineno
