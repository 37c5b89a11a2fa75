"""What each tool for debugging sees, as the programs that ask it print it."""

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

# What a tool needs, and not what it sees: it says nothing of the run.
NEEDS = {words.WITHOUT_PREPARATION}

# What such a program prints: ``sees: gdb: C function: yes``.
MARK = "sees: "
LINE = re.compile(rf"{MARK}(?P<tool>.+): (?P<question>.+): (?P<answer>yes|no)")
KINDS = {words.SEES: "good", words.SEES_NOT: "none", words.NOTHING: "none"}


@dataclass
class Tool:
    """What is known of one tool.

    Attributes:
        name: As the programs call it.
        program: The first that asks it.
        answers: Every answer that was given, by question.
    """

    name: str
    program: Program
    answers: dict[str, set[str]] = field(default_factory=dict)

    def add(self, question: str, answer: str) -> None:
        self.answers.setdefault(question, set()).add(answer)

    def says(self, question: str) -> str:
        """One word: whether it sees that."""
        found = self.answers.get(question, set())
        if len(found) > 1:
            return words.SEES_DIFFERS
        return next(iter(found), words.NOTHING)


@listed
def tools(place: Place) -> Shown:
    """Each tool, and whether it sees what is asked; of runs and of recordings."""
    rows = [
        [
            Cell(tool.name, tool.program.to),
            *(
                Cell(said := tool.says(question), kind=KINDS.get(said, ""))
                for question in words.SIGHTS
            ),
        ]
        for tool in asked(place).values()
    ]
    columns = [Column(words.TOOL), *map(Column, words.SIGHTS.values())]
    return Table("sights", words.TOOLS, columns, [Group(rows)]).show(place)


def asked(place: Place) -> dict[str, Tool]:
    """What the programs say of each tool, by its name.

    Raises:
        ProofError: A program answers a question that the table does not have.
    """
    found: dict[str, Tool] = {}
    for program in programs.shown(place.site).values():
        if not program.read or MARK not in program.read.text:
            continue
        for card in place.site.tell(program.path, waits=True).cards:
            if card.result.run and not card.result.errors:
                _hear(program, card, found)
    return dict(sorted(found.items()))


def _hear(program: Program, card: Card, found: dict[str, Tool]) -> None:
    said = [
        line
        for _, text in card.result.run.stdout
        if (line := LINE.fullmatch(text.strip()))
    ]
    for line in said:
        if line["question"] not in words.SIGHTS:
            text = words.NO_SUCH_SIGHT.format(line["question"])
            raise ProofError(program.read.file, 1, text)
        tool = found.setdefault(line["tool"], Tool(line["tool"], program))
        tool.add(line["question"], line["answer"])
    seen = [line for line in said if line["question"] not in NEEDS]
    for tool in {line["tool"] for line in seen if line["answer"] == "yes"}:
        # The engine takes from root what lets it see every process, if a program does
        # not ask for it: see `proof.supervise.privileges`.
        if not program.read.reach:
            found[tool].add(words.WITHOUT_ROOT, words.SEES)
        if card.command.partition(" ")[0].endswith("t"):
            found[tool].add(words.FREE_THREADED, words.SEES)
