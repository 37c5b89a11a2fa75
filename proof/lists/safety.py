"""Which operations are thread-safe: what is documented, and what runs have shown."""

from dataclasses import dataclass
from html import escape

from proof import words
from proof.errors import ProofError
from proof.lists import programs, stressed
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.programs import Program
from proof.lists.stressed import FREE, GIL, Ends, Operation
from proof.lists.table import Column, Group, Table
from proof.show.page import is_later

NAME = "safety"  # under which a build keeps the rows
KINDS = {
    words.SAFETY_HELD: "good",
    words.SAFETY_REFUTED: "bad",
    words.SAFETY_CRASHED: "bad",
    words.SAFETY_HUNG: "bad",
    words.HELD_UNKNOWN: "none",
}
WORST = {words.SAFETY_CRASHED, words.SAFETY_HUNG}


@dataclass(frozen=True)
class Row:
    """An operation and what came of it.

    Attributes:
        program: Which stresses it.
        ends: How its rounds ended, by interpreter.
        machines: Where they were made, and when.
    """

    program: Program
    operation: Operation
    ends: dict[str, Ends]
    machines: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        """What both threads do, or the one beside the other."""
        calls = [f"`{one}`" for one in self.operation.calls]
        return words.SAFETY_BESIDE.join(calls)

    @property
    def disagrees(self) -> list[str]:
        """The interpreters on which it did what is not documented.

        What is documented as safe went wrong, or anything crashed or hung.
        """
        return [
            name
            for name in GIL + FREE
            if (one := self.ends.get(name, Ends())).wrong
            and (self.operation.says == "safe" or one.verdict in WORST)
        ]


@listed
def safety(place: Place, which: str) -> Shown:
    """A table of operations.

    Args:
        place: Where it is shown.
        which: ``"asked"``, those that are asked for most; ``"table"``, all of them; or
            ``"disagreements"``, those that did what is not documented.
    """
    draw = {"asked": _asked, "table": _table, "disagreements": _disagreements}
    if which not in draw:
        raise ProofError(f"docs/{place.page}", 1, words.NO_SAFETY.format(which))
    kept = place.site.kept
    if NAME not in kept or is_later("programs"):
        kept[NAME] = rows(place)  # a page has several tables
    return draw[which](place, kept[NAME])


def rows(place: Place) -> list[Row]:
    """Every operation that a program of a page stresses."""
    found = []
    for path, program in programs.shown(place.site).items():
        if path.startswith(stressed.PREFIX) and program.read:
            known = stressed.operations(program.read)
            made = stressed.runs(place.site, program)
            ends = stressed.ends(made, len(known))
            where = frozenset(stressed.machine(run) for _, run in made)
            for operation, one in zip(known, ends, strict=True):
                found.append(Row(program, operation, one, where))
    return found


def _asked(place: Place, every: list[Row]) -> Shown:
    heads = [Column(words.SAFETY_ASKED), *_heads()]
    found = {
        f"{one.before}: {one.calls[0]}": row for row in every if (one := row.operation)
    }
    lines = [
        [Cell(title, found[key].program.to, more=found[key].code), *_cells(found[key])]
        for key, title in words.SAFETY_QUESTIONS.items()
        if key in found
    ]
    return Table("safety-asked", words.SAFETY_ASKED, heads, [Group(lines)]).show(place)


def _table(place: Place, every: list[Row]) -> Shown:
    heads = [Column(words.SAFETY_OPERATION), Column(words.SAFETY_PROMISE), *_heads()]
    groups = []
    for program in dict.fromkeys(row.program for row in every):
        name = program.path.removeprefix(stressed.PREFIX).removesuffix(".py")
        lines = [
            [
                Cell(row.code, program.to, more=f"`{row.operation.before}`"),
                Cell(words.SAFETY_PROMISES[row.operation.promise]),
                *_cells(row),
            ]
            for row in every
            if row.program == program
        ]
        title = name.replace("_", " ")
        groups.append(Group(lines, title, f"safety-{name.replace('_', '-')}"))
    table = Table("safety", words.SAFETY_ABOUT, heads, groups).show(place)
    machines = sorted({one for row in every for one in row.machines})
    made = words.SAFETY_MADE.format("; ".join(machines))
    return Shown(f"{table.html}<p>{escape(made)}</p>", f"{table.markdown}\n{made}\n")


def _heads() -> list[Column]:
    return [
        Column(words.SAFETY_DOCUMENTED, words.SAFETY_DOCUMENTED),
        Column(words.SAFETY_GIL, words.SAFETY_GIL),
        Column(words.SAFETY_FREE, words.SAFETY_FREE),
    ]


def _cells(row: Row) -> list[Cell]:
    documented = Cell(words.SAFETY_SAYS[row.operation.says])
    return [documented, *(_verdict(row.ends, names) for names in (GIL, FREE))]


def _verdict(known: dict[str, Ends], names: tuple[str, ...]) -> Cell:
    """What was seen on some interpreters, with how often."""
    every = stressed.together(known, names)
    verdict = every.verdict
    if verdict == words.HELD_UNKNOWN:
        return Cell(verdict, kind=KINDS[verdict])
    if verdict == words.SAFETY_HELD:
        more = stressed.held_on(known, names)
    else:
        more = stressed.spread(known, names)
    return Cell(verdict, more=more, value=verdict, kind=KINDS[verdict])


def _disagreements(place: Place, every: list[Row]) -> Shown:
    heads = [
        Column(words.SAFETY_OPERATION),
        Column(words.SAFETY_DOCUMENTED, words.SAFETY_DOCUMENTED),
        Column(words.SAFETY_REPORT),
    ]
    lines = [
        [
            Cell(row.code, row.program.to, more=f"`{row.operation.before}`"),
            Cell(words.SAFETY_SAYS[row.operation.says]),
            Cell(stressed.spread(row.ends, tuple(names))),
        ]
        for row in every
        if (names := row.disagrees)
    ]
    about = words.SAFETY_DISAGREE
    return Table("safety-disagreements", about, heads, [Group(lines)]).show(place)
