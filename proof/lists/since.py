"""What begins, changes or ends with a version of Python, and where that was seen."""

from proof import words
from proof.lists.cells import Cell
from proof.lists.claims import claims
from proof.lists.listed import Place, Shown, listed
from proof.lists.table import Column, Group, Table
from proof.lists.versions import VERSIONS, Point, Program, known
from proof.worlds import evidence
from proof.worlds.dataset import Claim
from proof.worlds.evidence import Verdict

COLUMNS = [
    Column(words.SHOWN_BY),
    Column(words.TOPIC, words.TOPIC),
    Column(words.HAPPENS, words.HAPPENS),
    Column(words.SEEN),
]


@listed
def since(place: Place, version: str) -> Shown:
    """A table of the programs that a version can run or no longer can, or changes.

    Args:
        place: Where it is shown.
        version: Such as ``"3.14"``.
    """
    point = tuple(map(int, version.split(".")))
    seen = {claim.snippet.path: claim for claim in claims(place.site)}
    rows = [
        _row(one, point, seen.get(one.snippet.path))
        for one in sorted(known(place), key=lambda one: (one.topic, one.section))
        if point in one.versions
    ]
    title = words.SINCE_ROWS.format(version)
    return Table("since", title, COLUMNS, [Group(rows)]).show(place)


def _row(one: Program, version: Point, claim: Claim | None) -> list[Cell]:
    found = _seen(claim, ".".join(map(str, version))) if claim else {}
    return [
        Cell(one.snippet.claim, to=one.section),
        Cell(one.topic),
        Cell(_happens(one, version)),
        Cell(
            "; ".join(f"{verdict}: {where}" for where, verdict in found.items())
            or words.NOTHING,
            kind=_kind(found),
        ),
    ]


def _happens(one: Program, version: Point) -> str:
    before = VERSIONS[VERSIONS.index(version) - 1]
    if one.runs_on(version) and not one.runs_on(before):
        return words.BEGINS
    return words.CHANGES if one.runs_on(version) else words.ENDS


def _seen(claim: Claim, version: str) -> dict[str, Verdict]:
    """The verdict in each place that tried the claim on a version, by its name."""
    places = {one.place for one in claim.found}
    return {
        words.where(one.interpreter, one.system, one.architecture): evidence.verdict(
            claim.snippet, one, claim.found
        )
        for one in sorted(places)
        if one.interpreter.rstrip("t") == version
    }


def _kind(found: dict[str, Verdict]) -> str:
    if Verdict.FAILS in found.values():
        return "bad"
    return "good" if found else ""
