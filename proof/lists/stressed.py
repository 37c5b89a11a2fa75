"""What programs that stress operations do, and how the rounds of their runs ended.

Such a program has a text ``ROWS``, a row for each operation, with two spaces or more
between its fields, and prints two lines for each: the second counts how rounds ended.
"""

import ast
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from proof import words
from proof.errors import ProofError
from proof.lists.facts import reach
from proof.lists.programs import Program
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import recordings
from proof.runs.run import Run
from proof.show.page import Site

PREFIX = "threads/stressed_"
GIL = ("3.11", "3.12", "3.13", "3.14", "3.15")
FREE = ("3.14t",)
TOLD = re.compile(r"\s+\d+ rounds of 2 x (\d+) calls:(.*)")
HELD, HUNG = "held", "SIGALRM"


@dataclass(frozen=True)
class Operation:
    """What two threads do at once to one object, as a row has it.

    Attributes:
        says: The documentation's word: a key of `words.SAFETY_SAYS`.
        before: What makes the object.
        calls: What both threads do, or the one and the other.
        after: What holds afterwards.
    """

    says: str
    before: str
    calls: tuple[str, ...]
    after: str

    @property
    def promise(self) -> str:
        """The property that is looked at: a key of `words.SAFETY_PROMISES`."""
        if any("assert " in one for one in self.calls):
            return "torn"
        return "raised" if self.after == "True" else "lost"


@dataclass
class Ends:
    """How rounds ended on one interpreter, or on several.

    Attributes:
        rounds: Their number, by `HELD`, ``lost``, or the name of an error or a signal.
        calls: How many calls both threads have made in them.
    """

    rounds: Counter[str] = field(default_factory=Counter)
    calls: int = 0

    def add(self, other: "Ends") -> None:
        self.rounds += other.rounds
        self.calls += other.calls

    @cached_property
    def wrong(self) -> Counter[str]:
        """The rounds that did not hold."""
        return Counter({end: n for end, n in self.rounds.items() if end != HELD})

    @property
    def verdict(self) -> str:
        """The worst that was seen: a word of `words.SAFETY_VERDICTS`."""
        if any(end.startswith("SIG") and end != HUNG for end in self.wrong):
            return words.SAFETY_CRASHED
        if HUNG in self.wrong:
            return words.SAFETY_HUNG
        if self.wrong:
            return words.SAFETY_REFUTED
        return words.SAFETY_HELD if self.calls else words.HELD_UNKNOWN


def operations(one: Snippet) -> list[Operation]:
    """The rows of a program.

    Raises:
        ProofError: It has no text ``ROWS``, or a row that is none.
    """
    tree = one.parse()
    for node in tree.body if tree else []:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ROWS":
            rows = ast.literal_eval(node.value).strip().splitlines()
            return [_operation(one, node.lineno, row) for row in rows]
    raise ProofError(one.file, 1, words.NO_ROWS)


def _operation(one: Snippet, line: int, row: str) -> Operation:
    fields = [part for part in map(str.strip, row.split("  ")) if part]
    if len(fields) not in (5, 6) or fields[0].rstrip("!") not in words.SAFETY_SAYS:
        raise ProofError(one.file, line, words.NO_ROW.format(row))
    says, _, before, *calls, after = fields
    return Operation(says.rstrip("!"), before, tuple(calls), after)


def told(run: Run) -> list[Ends]:
    """How the rounds of each operation ended, as a run has printed it."""
    found = []
    for _, line in run.stdout:
        if match := TOLD.fullmatch(line.rstrip()):
            pairs = [one.split() for one in match[2].split(",") if one]
            rounds = Counter({end: int(number) for number, end in pairs})
            found.append(Ends(rounds, 2 * int(match[1]) * rounds.total()))
    return found


def runs(site: Site, program: Program) -> list[tuple[str, Run]]:
    """Those of this build and those that are recorded, each with its interpreter.

    One that failed counts: it ends at a row that is called safe and did not hold.
    """
    one = program.read
    found = []
    with suppress(ProofError):  # said on its page
        for card in site.tell(one.path).cards:
            if card.result.run:
                name = card.command.split()[0].removeprefix("python")
                found.append((name, card.result.run))
    return found + recorded(site.project, one)


def recorded(project: Project, one: Snippet) -> list[tuple[str, Run]]:
    """The recordings that no build makes, each with its interpreter."""
    found = []
    for name in GIL + FREE:
        for args in one.recorded:
            with suppress(ProofError):  # an older text: told by whoever keeps it
                if run := recordings.read(project, one, name, args):
                    found.append((name, run))
    return found


def ends(made: list[tuple[str, Run]], number: int) -> list[dict[str, Ends]]:
    """How the rounds of each operation of a program ended, by interpreter.

    Args:
        made: See `runs`.
        number: How many operations the program has.
    """
    every: list[dict[str, Ends]] = [{} for _ in range(number)]
    for name, run in made:
        for known, one in zip(every, told(run), strict=False):
            known.setdefault(name, Ends()).add(one)
    return every


def together(known: dict[str, Ends], names: tuple[str, ...]) -> Ends:
    """The same for several interpreters together."""
    every = Ends()
    for name in names:
        every.add(known.get(name, Ends()))
    return every


def held_on(known: dict[str, Ends], names: tuple[str, ...]) -> str:
    """How many calls were made on each interpreter at least, and on which."""
    made = {name: known[name].calls for name in names if name in known}
    # "3.11 to 3.15" is said only where none between them lacks its runs.
    which = reach(set(made)) if len(made) == len(names) else ", ".join(made)
    return words.SAFETY_CALLS.format(min(made.values()), which)


def spread(known: dict[str, Ends], names: tuple[str, ...]) -> str:
    """How many rounds went wrong on each interpreter, and how, the commonest first."""
    rounds = [
        words.SAFETY_ROUNDS.format(name, one.wrong.total(), one.rounds.total())
        for name in names
        if (one := known.get(name))
    ]
    ways = [
        words.SAFETY_ENDS.get(end, f"`{end}`")
        for end, _ in together(known, names).wrong.most_common()
    ]
    return words.SAFETY_SPREAD.format(", ".join(rounds), ", ".join(ways))


def machine(run: Run) -> str:
    """Where a run was made, and on which day."""
    made = run.origin["machine"]
    cores = words.core_count(made["cores"])
    return words.SAFETY_MACHINE.format(
        made["cpu"], cores, made["system"], run.date[:10]
    )
