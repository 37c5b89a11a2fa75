"""What depends on the version of Python, or on its build, as the programs say it."""

import ast
from dataclasses import dataclass
from functools import cached_property

from proof import words
from proof.errors import ProofError
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.sections import sections
from proof.lists.table import Column, Group, Table
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.show.page import is_later

Point = tuple[int, ...]
VERSIONS: list[Point] = [(3, 11), (3, 12), (3, 13), (3, 14), (3, 15)]
NAME = "versions"  # under which a build keeps what programs say
LAST = 99  # a patch release later than any
# What asks whether the build has a GIL.
BUILD = {"_is_gil_enabled", "Py_GIL_DISABLED", "thread_inherit_context"}

ABOUT = {
    "needed": words.NEEDED_ROWS,
    "changed": words.CHANGED_ROWS,
    "builds": words.BUILD_ROWS,
}
KINDS = {words.HAS: "good", words.HAS_NOT: "none", words.BEFORE: "none"}


@dataclass(frozen=True)
class Program:
    """What a program says of versions.

    Attributes:
        snippet: The program.
        section: Where it is shown first, below ``docs/``.
    """

    snippet: Snippet
    section: str

    @property
    def topic(self) -> str:
        return self.snippet.path.partition("/")[0]

    @cached_property
    def _tree(self) -> ast.AST:
        return self.snippet.parse() or ast.Module([], [])

    @property
    def asks_build(self) -> bool:
        """Whether what it asserts depends on the build."""
        if not any(word in self.snippet.text for word in BUILD):
            return False  # to parse every program takes longer than to draw the table
        texts = {
            getattr(node, "attr", None) or getattr(node, "value", None)
            for node in ast.walk(self._tree)
            if isinstance(node, ast.Attribute | ast.Constant)
        }
        return bool(texts & BUILD)

    def runs_on(self, version: Point) -> bool:
        """Whether a version may run it: its first release or a later one."""
        ends = (".".join(map(str, (*version, patch))) for patch in (0, LAST))
        return any(end in self.snippet.requires_python for end in ends)

    @cached_property
    def changes(self) -> list[Point]:
        """The versions with which it compares its own, from one of which it differs.

        Where its header names several interpreters, that is between these.
        """
        if "version" not in self.snippet.text:
            return []
        names = [name for name in self.snippet.pythons if not name.endswith("t")]
        shown = [tuple(map(int, name.split("."))) for name in names]
        points = {point for point in map(_compared, ast.walk(self._tree)) if point}
        if len(shown) > 1:
            first, last = min(shown), max(shown)
            points = {point for point in points if first < point and point[:2] <= last}
        return sorted(points)

    @property
    def versions(self) -> list[Point]:
        """Those in which something began or ended that it needs, or changed."""
        able = [self.runs_on(version) for version in VERSIONS]
        turns = [
            version
            for version, here, before in zip(VERSIONS[1:], able[1:], able, strict=False)
            if here != before
        ]
        return sorted({*turns, *(point[:2] for point in self.changes)})

    def answer(self, version: Point) -> str:
        """Whether a version has what it needs, or which answer it gives there."""
        if not self.runs_on(version):
            return words.HAS_NOT
        if not self.changes:
            return words.HAS
        passed = [point for point in self.changes if point[:2] <= version]
        if not passed:
            return words.BEFORE
        if passed[-1][:2] == version and len(passed[-1]) > 2:
            return words.WITHIN.format(".".join(map(str, passed[-1])))
        again = len(passed) > 1 and passed[-1] == version
        return words.AGAIN if again else words.AFTER


def _compared(node: ast.AST) -> Point | None:
    """The version that ``sys.version_info`` is compared with."""
    if isinstance(node, ast.Compare):
        for side in (node.left, *node.comparators):
            if isinstance(side, ast.Tuple) and "version" in ast.dump(node):
                values = [getattr(one, "value", None) for one in side.elts]
                if len(values) > 1 and all(isinstance(one, int) for one in values):
                    return tuple(values)
    return None


def programs(project: Project) -> list[Program]:
    """Every program that is shown, but for those that print a message."""
    places = sections(project)
    every = [
        Program(snippet.read(project.root, path), place.to)
        for path, place in places.items()
    ]
    return [one for one in every if one.snippet.kind != "symptom"]


@listed
def versions(place: Place, which: str) -> Shown:
    """A table of the programs that need a version, change with one, or with the build.

    Args:
        place: Where it is shown.
        which: ``"needed"``, ``"changed"`` or ``"builds"``.
    """
    if which not in ABOUT:
        raise ProofError(f"docs/{place.page}", 1, words.NO_SUCH_TABLE.format(which))
    return _table(place, which, [one for one in known(place) if _belongs(one, which)])


def known(place: Place) -> list[Program]:
    """What `programs` says; a build asks once, for all of its tables."""
    kept = place.site.kept
    if NAME not in kept or is_later("programs"):
        kept[NAME] = programs(place.project)
    return kept[NAME]


def _belongs(one: Program, which: str) -> bool:
    if which == "builds":
        return _by_build(one)
    return bool(one.versions) and bool(one.changes) == (which == "changed")


def _by_build(one: Program) -> bool:
    return one.asks_build and any(name.endswith("t") for name in one.snippet.pythons)


def _table(place: Place, which: str, rows: list[Program]) -> Shown:
    columns = [] if which == "builds" else VERSIONS
    heads = [Column(words.SHOWN_BY), Column(words.TOPIC, words.TOPIC)]
    heads += [Column(".".join(map(str, version))) for version in columns]
    lines = [
        [
            Cell(one.snippet.claim, to=one.section),
            Cell(one.topic),
            *(Cell(said := one.answer(v), kind=KINDS.get(said, "")) for v in columns),
        ]
        for one in sorted(rows, key=lambda one: (one.topic, one.versions, one.section))
    ]
    table = Table(f"versions-{which}", ABOUT[which], heads, [Group(lines)])
    return table.show(place)
