"""Every run of this build, for whoever makes a list of them."""

import shlex
from dataclasses import dataclass

from proof import words
from proof.errors import ProofError
from proof.lists import programs
from proof.lists.programs import Program
from proof.runs.run import Run
from proof.show.page import Site, is_later
from proof.show.ran import Card

NAME = "runs"  # under which a build keeps them
PASSED = {words.REPORT_PASSED: True, words.REPORT_FAILED: False}


@dataclass(frozen=True)
class Row:
    """A run that a page shows, or why it shows none.

    Attributes:
        program: What was run.
        said: How that went: one of `PASSED`, or that it was not run.
        python: Of which interpreter: ``"3.14t"``; "" where that is not known.
        args: Of the program.
        why: What is wrong with it, or why there is none.
        run: What happened.
        recorded: Whether it was made elsewhere and is kept in git.
    """

    program: Program
    said: str
    python: str = ""
    args: tuple[str, ...] = ()
    why: str = ""
    run: Run | None = None
    recorded: bool = False

    @property
    def passed(self) -> bool | None:
        """Whether the run is what its program declares; None where there is none."""
        return PASSED.get(self.said)

    @property
    def quiet(self) -> bool:
        """Whether it was to have the machine to itself."""
        return bool(self.program.read and self.program.read.quiet)

    @property
    def repeated(self) -> str:
        """Why the program was run several times: a key of `words.REPORT_REPEATED`."""
        if not self.run or len(self.run.samples) == 1:
            return "once"
        return "timing" if self.program.read.timing else "chance"


def rows(site: Site) -> list[Row]:
    """All of them, the slowest first. A build makes them once."""
    if is_later("programs"):
        return _rows(site)
    if NAME not in site.kept:
        site.kept[NAME] = _rows(site)
    return site.kept[NAME]


def _rows(site: Site) -> list[Row]:
    every = [row for one in programs.shown(site).values() for row in _of(site, one)]
    return sorted(every, key=lambda row: -row.run.wall if row.run else 0.0)


def _of(site: Site, program: Program) -> list[Row]:
    try:
        told = site.tell(program.path)
    except ProofError as error:  # said on its page
        return [Row(program, words.REPORT_FAILED, why=error.problem)]
    made = [_row(program, card) for card in told.cards]
    absent = [Row(program, words.REPORT_ABSENT, why=e.problem) for e in told.missing]
    return made + absent


def _row(program: Program, card: Card) -> Row:
    python, _, *args = shlex.split(card.command)
    result = card.result
    said = words.REPORT_FAILED if result.errors else words.REPORT_PASSED
    if result.run is None:
        said = words.IS_RUNNING if card.running else words.REPORT_FAILED
    return Row(
        program,
        said,
        python.removeprefix("python"),
        tuple(args),
        "; ".join(error.problem for error in result.errors),
        result.run,
        card.recorded,
    )
