"""Whether a program imports the standard library and what it declares, alone."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from proof import words
from proof.errors import ProofError

# What came after the oldest Python that builds a site, or is no file at all.
STANDARD = sys.stdlib_module_names | {
    "__main__",
    "_interpchannels",
    "_interpqueues",
    "_interpreters",
    "annotationlib",
    "compression",
    "profiling",
}


def check(
    tree: ast.AST | None, file: str, dependencies: tuple[Requirement, ...]
) -> None:
    """Find an import of something that a program does not declare.

    Args:
        tree: The program; None for one that this Python cannot parse, which is passed:
            that is said elsewhere, or it was written for a newer interpreter.
        file: Its path, for messages.
        dependencies: What its header declares.

    Raises:
        ProofError: It imports what is neither in the standard library nor in a package
            that it declares, so whether it works depends on what happens to be here.
    """
    declared = {canonicalize_name(one.name) for one in dependencies}
    own = file.rpartition("/")[2].removesuffix(".py")
    for line, name in sorted(_imports(tree)) if tree else ():
        if name not in STANDARD | {own} and not _may_come_from(name, declared):
            raise ProofError(file, line, words.UNDECLARED_IMPORT.format(name))


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Lines, and the first part of what they import."""
    for node in _statements(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module]
        for name in names:
            yield node.lineno, name.split(".")[0]


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """All statements, and what holds them: no expression has an import."""
    left = [tree]
    while left:
        node = left.pop()
        yield node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            left += getattr(node, name, ())


def _may_come_from(name: str, declared: set[str]) -> bool:
    """Whether one of some packages brings a module, or might."""
    if canonicalize_name(name) in declared:
        return True
    brought_by = _installed()
    if name in brought_by:
        return not declared.isdisjoint(map(canonicalize_name, brought_by[name]))
    # A declared package that is not here may well bring it.
    here = {canonicalize_name(one) for names in brought_by.values() for one in names}
    return not declared <= here


@cache
def _installed() -> dict[str, list[str]]:
    """The packages of this interpreter, by the modules that they bring."""
    return dict(packages_distributions())
