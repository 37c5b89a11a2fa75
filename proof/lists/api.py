"""The names of libraries that programs use, each with the examples that use it."""

from collections import defaultdict

from proof import words
from proof.errors import ProofError
from proof.lists import libraries, names, programs
from proof.lists.cells import Cell, Link
from proof.lists.kept import each
from proof.lists.listed import Place, Shown, listed
from proof.lists.programs import Program
from proof.lists.table import Column, Group, Table
from proof.programs.snippet import Snippet
from proof.runs.texts import Texts

MOST = 20  # examples of one name, the simplest ones
COLUMNS = [
    Column(words.API_NAME, words.API_MODULE),
    Column(words.API_NUMBER),
    Column(words.API_EXAMPLES),
]


@listed
def api(place: Place) -> Shown:
    """By module, each name with links to the examples that use it."""
    shown = programs.shown(place.site)
    by_name: dict[str, list[Program]] = defaultdict(list)
    uses = used(place.site.drawn, shown)
    # The fewer names a program uses, the plainer its use of each.
    for path in sorted(uses, key=lambda path: (len(uses[path]), path)):
        for name in uses[path]:
            by_name[name].append(shown[path])
    by_module: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_name):
        by_module[libraries.module_of(name)].append(name)
    groups = [
        Group(
            [_row(module, name, by_name[name]) for name in by_module[module]],
            f"`{module}`",
            f"module-{module.replace('.', '-').replace('_', '-')}",
        )
        for module in sorted(by_module, key=lambda one: (one.strip("_"), one))
    ]
    return Table("api", words.API, COLUMNS, groups).show(place)


def used(kept: Texts, shown: dict[str, Program]) -> dict[str, list[str]]:
    """The names that each program uses; read anew only where a program has changed."""
    read = {path: one.read for path, one in shown.items() if one.read}
    return each(kept, "names", read, _names)


def _names(program: Snippet) -> list[str]:
    try:
        tree = program.parse()
    except ProofError:  # said on its page
        return []
    return sorted(names.used(tree)) if tree else []  # or it is of a newer Python


def _row(module: str, name: str, using: list[Program]) -> list[Cell]:
    links = tuple(Link(one.claim, one.to) for one in using[:MOST])
    return [
        Cell(f"`{name.removeprefix(f'{module}.')}`", value=module),
        Cell(str(len(using))),
        Cell("", links=links),
    ]
