"""Every run of this build, the slowest first: as a table, and as data beside it."""

import shlex

from proof import words
from proof.lists import runs, runs_file
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.runs import Row
from proof.lists.table import Column, Group, Table
from proof.runs import outcome
from proof.runs.run import Run

COLUMNS = [
    Column(words.REPORT_PROGRAM, sort=True),
    Column(words.REPORT_PYTHON, words.REPORT_PYTHON, sort=True),
    Column(words.REPORT_OUTCOME, words.REPORT_OUTCOME, sort=True),
    Column(words.REPORT_WALL, sort=True, sorted="descending"),
    Column(words.REPORT_CPU, sort=True),
    Column(words.REPORT_MEMORY, sort=True),
    Column(words.REPORT_ORIGIN, words.REPORT_ORIGIN, sort=True),
    Column(words.REPORT_RUNS, words.REPORT_RUNS, sort=True),
]


@listed
def report(place: Place) -> Shown:
    """Each run that a page shows: how it ended, what it cost, where it comes from."""
    every = runs.rows(place.site)
    groups = [Group([_cells(row) for row in every])]
    table = Table("report", words.REPORT, COLUMNS, groups).show(place)
    if not runs_file.publish(place, every):  # another builder draws the page
        return table
    html, text = (
        words.REPORT_DATA.format(form.format(runs_file.NAME))
        for form in ('<a href="{0}"><code>{0}</code></a>', "[`{0}`]({0})")
    )
    return Shown(f"<p>{html}</p>{table.html}", f"{text}\n\n{table.markdown}")


def _cells(row: Row) -> list[Cell]:
    run, program = row.run, row.program
    path = shlex.join([program.path, *row.args])
    kind = {True: "good", False: "bad"}.get(row.passed, "")
    first = [
        Cell(program.claim, program.to, more=f"`{path}`"),
        Cell(row.python or words.NOTHING),
    ]
    if not run:
        said = Cell(row.said, more=row.why, value=row.said, kind=kind)
        return [*first, said, *[Cell(words.NOTHING)] * 5]
    return [
        *first,
        Cell(_ended(row), value=row.said, kind=kind),
        Cell(words.seconds(run.wall), order=run.wall),
        *_used(run),
        Cell(words.REPORT_RECORDED if row.recorded else words.REPORT_LIVE),
        _repeated(row),
    ]


def _used(run: Run) -> list[Cell]:
    """CPU time and memory; nobody has measured them where the engine did not run."""
    if run.uncontained:
        return [Cell(words.NOTHING)] * 2
    return [
        Cell(words.seconds(run.cpu), order=run.cpu),
        Cell(words.mebibytes(run.peak_rss), order=run.peak_rss),
    ]


def _ended(row: Row) -> str:
    if row.run.outcome == 0:
        return row.said
    return words.REPORT_ENDED.format(row.said, outcome.ended(row.run.outcome))


def _repeated(row: Row) -> Cell:
    """How often the program was run, why, and what others disturbed of it."""
    why, number = words.REPORT_REPEATED[row.repeated], len(row.run.samples)
    # Where the engine did not run nobody looked.
    left = 0 if row.run.uncontained else row.run.disturbed
    more = words.disturbed(number, row.run.remade, left)
    return Cell(words.repeated(number, why), more=more, value=why, order=number)
