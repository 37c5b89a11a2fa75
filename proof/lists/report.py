"""Every run of this build, the slowest first."""

from proof import words
from proof.errors import ProofError
from proof.lists import programs
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.programs import Program
from proof.lists.table import Column, Group, Table
from proof.runs import outcome
from proof.runs.run import Run
from proof.show.ran import Card

COLUMNS = [
    Column(words.REPORT_PROGRAM),
    Column(words.REPORT_PYTHON, words.REPORT_PYTHON),
    Column(words.REPORT_OUTCOME, words.REPORT_OUTCOME),
    Column(words.REPORT_WALL),
    Column(words.REPORT_CPU),
    Column(words.REPORT_MEMORY),
    Column(words.REPORT_ORIGIN, words.REPORT_ORIGIN),
    Column(words.REPORT_DISTURBED, words.REPORT_DISTURBED),
]
Row = tuple[float, list[Cell]]  # seconds of wall time, to sort by


@listed
def report(place: Place) -> Shown:
    """Each run that a page shows: how it ended, what it cost, where it comes from."""
    rows: list[Row] = []
    for program in programs.shown(place.site).values():
        rows += _rows(place, program)
    rows.sort(key=lambda row: -row[0])
    groups = [Group([cells for _, cells in rows])]
    return Table("report", words.REPORT, COLUMNS, groups).show(place)


def _rows(place: Place, program: Program) -> list[Row]:
    try:
        told = place.site.tell(program.path)
    except ProofError as error:  # said on its page
        return [(0.0, _empty(program, "", words.REPORT_FAILED, error.problem))]
    rows = [_row(program, card) for card in told.cards]
    for error in told.missing:
        cells = _empty(program, "", words.REPORT_ABSENT, error.problem)
        rows.append((0.0, cells))
    return rows


def _row(program: Program, card: Card) -> Row:
    run = card.result.run
    python, _, command = card.command.partition(" ")
    python = python.removeprefix("python")
    if card.running and not run:
        return 0.0, _empty(program, python, words.IS_RUNNING, "")
    if not run:
        problem = "; ".join(error.problem for error in card.result.errors)
        return 0.0, _empty(program, python, words.REPORT_FAILED, problem)
    failed = bool(card.result.errors)
    said = words.REPORT_FAILED if failed else words.REPORT_PASSED
    return run.wall, [
        Cell(program.claim, program.to, more=f"`{command.removeprefix('snippets/')}`"),
        Cell(python),
        Cell(_ended(said, run), value=said, kind="bad" if failed else "good"),
        Cell(words.seconds(run.wall)),
        Cell(words.NOTHING if run.uncontained else words.seconds(run.cpu)),
        Cell(words.NOTHING if run.uncontained else words.mebibytes(run.peak_rss)),
        Cell(words.REPORT_RECORDED if card.recorded else words.REPORT_LIVE),
        Cell(_disturbed(run)),
    ]


def _disturbed(run: Run) -> str:
    if run.uncontained:
        return words.NOTHING  # nobody knows
    return words.REPORT_YES if run.disturbed else words.REPORT_NO


def _ended(said: str, run: Run) -> str:
    if run.outcome == 0:
        return said
    return words.REPORT_ENDED.format(said, outcome.ended(run.outcome))


def _empty(program: Program, python: str, said: str, why: str) -> list[Cell]:
    """A run of which nothing is known but why there is none."""
    kind = "bad" if said == words.REPORT_FAILED else ""
    return [
        Cell(program.claim, program.to, more=f"`{program.path}`"),
        Cell(python or words.NOTHING),
        Cell(said, more=why, value=said, kind=kind),
        *[Cell(words.NOTHING)] * 5,
    ]
