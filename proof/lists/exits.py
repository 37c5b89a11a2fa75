"""What the end of a program waits for and refuses, by version, as programs print it."""

import re
from dataclasses import dataclass, field

from proof import words
from proof.errors import ProofError
from proof.lists import programs
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.programs import Program
from proof.lists.table import Column, Group, Table
from proof.show.ran import Card

# What such a program prints: ``at exit: it waits for: a daemon thread: no``.
MARK = "at exit: "
LINE = re.compile(rf"{MARK}(?P<group>[^:]+): (?P<row>.+): (?P<answer>[^:]+)")
KINDS = {"yes": "good", "no": "bad", words.NOTHING: "none"}


@dataclass
class Row:
    """What is known of one thing.

    Attributes:
        name: As the program calls it.
        program: Which tries it.
        answers: Every answer that was given, by version.
    """

    name: str
    program: Program
    answers: dict[str, set[str]] = field(default_factory=dict)

    def says(self, version: str) -> str:
        """The answer on a version; all of them, if runs of it differ."""
        return ", ".join(sorted(self.answers.get(version, {words.NOTHING})))


@listed
def exits(place: Place) -> Shown:
    """Each thing that the end may wait for or refuse, by version."""
    groups = [
        Group([_cells(row) for row in rows.values()], title, _anchor(title))
        for title, rows in tried(place).items()
    ]
    heads = map(Column, words.EXIT_VERSIONS)
    columns = [Column(words.EXIT_WHAT), *heads]
    return Table("exits", words.EXITS, columns, groups).show(place)


def _cells(row: Row) -> list[Cell]:
    said = [row.says(version) for version in words.EXIT_VERSIONS]
    cells = [Cell(one, kind=KINDS.get(one, "")) for one in said]
    return [Cell(row.name, row.program.to), *cells]


def _anchor(title: str) -> str:
    return "exits-" + re.sub(r"\W+", "-", title.lower()).strip("-")


def tried(place: Place) -> dict[str, dict[str, Row]]:
    """What the programs say, by group and by the name of the row.

    Raises:
        ProofError: A program answers on an interpreter that has no column.
    """
    found: dict[str, dict[str, Row]] = {}
    for program in programs.shown(place.site).values():
        if not program.read or MARK not in program.read.text:
            continue
        for card in place.site.tell(program.path, waits=True).cards:
            if card.result.run and not card.result.errors:
                _hear(program, card, found)
    return found


def _hear(program: Program, card: Card, found: dict[str, dict[str, Row]]) -> None:
    version = card.command.partition(" ")[0].removeprefix("python")
    for _, text in card.result.run.stdout:
        if line := LINE.fullmatch(text.strip()):
            if version not in words.EXIT_VERSIONS:
                wrong = words.NO_SUCH_EXIT_VERSION.format(version)
                raise ProofError(program.read.file, 1, wrong)
            rows = found.setdefault(line["group"], {})
            row = rows.setdefault(line["row"], Row(line["row"], program))
            row.answers.setdefault(version, set()).add(line["answer"])
