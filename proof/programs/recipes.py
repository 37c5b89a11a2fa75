"""The part of a program that a reader takes home: a recipe, and what it needs.

A program of the kind ``recipe`` begins with it: its first function or class. All that
follows is the proof, which may use it as anybody else would.
"""

import ast
import builtins
import symtable
from collections.abc import Iterator
from dataclasses import dataclass

from proof import words
from proof.programs import marks
from proof.programs.marks import Span
from proof.programs.snippet import Snippet

KIND = "recipe"
LINES = 25  # of the function or class, its docstring included
GIVEN = {*dir(builtins), "__name__", "__file__"}
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Recipe:
    """What a program begins with, and what has to stand before it elsewhere.

    Attributes:
        name: Of the function or class.
        lines: Its first and last line in the program, decorators included.
        imports: The imports that it needs, a line each.
        code: Its own lines, without the comments that are for this site.
        points: Which of these it stands or falls with, the first line being 0.
    """

    name: str
    lines: Span
    imports: tuple[str, ...]
    code: str
    points: tuple[int, ...]

    @property
    def text(self) -> str:
        """What is copied: a module of its own."""
        return "".join(f"{line}\n" for line in self.head) + self.code

    @property
    def head(self) -> list[str]:
        """The lines above its own."""
        return [*self.imports, "", ""] if self.imports else []


def read(snippet: Snippet) -> Recipe | None:
    """The recipe of a program; None where there is none, as in one of another kind.

    Raises:
        ProofError: The file does not parse.
    """
    tree = snippet.parse() if snippet.kind == KIND else None
    node = _first(tree) if tree else None
    if tree is None or node is None:
        return None
    first, last = marks.span(node)
    own = snippet.lines[first - 1 : last]
    points = tuple(i for i, line in enumerate(own) if line.endswith(marks.POINT))
    code = "".join(f"{line.removesuffix(marks.POINT).rstrip()}\n" for line in own)
    needs = tuple(_imports(tree, _names(code) - {node.name}))
    return Recipe(node.name, (first, last), needs, code, points)


def faults(snippet: Snippet, tree: ast.Module | None) -> Iterator[tuple[int, str]]:
    """Line and problem of all that keeps a recipe from being taken home."""
    if snippet.kind != KIND or tree is None:
        return
    found = read(snippet)
    if found is None:
        yield 1, words.NO_RECIPE
        return
    first, last = found.lines
    if last - first + 1 > LINES:
        yield first, words.LONG_RECIPE.format(found.name, last - first + 1, LINES)
    missing = _names(found.code) - GIVEN - {found.name} - {*_bound(tree)}
    for name in sorted(missing):
        yield first, words.RECIPE_NEEDS.format(found.name, name)
    points = marks.read(snippet.text, tree).points
    if not any(first <= point[0] <= last for point in points):
        yield first, words.RECIPE_POINT.format(found.name, marks.POINT)
    body = _first(tree)
    if body and not ast.get_docstring(body):
        yield first, words.RECIPE_SAYS.format(found.name)


def _first(tree: ast.Module) -> Definition | None:
    return next((node for node in tree.body if isinstance(node, Definition)), None)


def _names(code: str) -> set[str]:
    """The names that some code expects around it."""

    def outer(table: symtable.SymbolTable) -> Iterator[str]:
        for symbol in table.get_symbols():
            is_module = table.get_type() == "module"
            if symbol.is_referenced() and (symbol.is_global() or is_module):
                yield symbol.get_name()
        for child in table.get_children():
            yield from outer(child)

    return {*outer(symtable.symtable(code, "recipe", "exec"))}


def _bound(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from map(_bind, node.names)


def _bind(one: ast.alias) -> str:
    """The name that one part of an import binds."""
    return one.asname or one.name.partition(".")[0]


def _imports(tree: ast.Module, needed: set[str]) -> Iterator[str]:
    """The imports of a program that some names come from, and no other name."""
    for node in tree.body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        names = [one for one in node.names if _bind(one) in needed]
        if names:
            kept = ast.Import(names)
            if isinstance(node, ast.ImportFrom):
                kept = ast.ImportFrom(node.module, names, node.level)
            yield ast.unparse(kept)
