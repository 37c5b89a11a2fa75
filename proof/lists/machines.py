"""The machines whose runs this build shows: its own, and those that were imported.

What a card says is what somebody has written: data, and not true because it is there.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from proof import words
from proof.lists import programs, runs
from proof.lists.cells import Cell
from proof.lists.listed import Place, Shown, listed
from proof.lists.table import Column, Group, Table
from proof.programs.snippet import Snippet
from proof.runs import card as cards
from proof.runs.adopted import adopted
from proof.runs.card import MachineCard
from proof.runs.run import Run
from proof.shape import fits
from proof.show import elsewhere
from proof.show.page import Site

COLUMNS = [
    Column(words.MACHINE_NAME, sort=True),
    Column(words.MACHINE_SYSTEM, sort=True),
    Column(words.MACHINE_CPU, sort=True),
    Column(words.MACHINE_CORES, sort=True),
    Column(words.MACHINE_MEMORY, sort=True),
    Column(words.MACHINE_CONTAINER, sort=True),
    Column(words.MACHINE_PYTHON, sort=True),
    Column(words.MACHINE_RUNS, sort=True),
    Column(words.MACHINE_QUIET, sort=True),
]
MOST = 1 << 50  # bytes or cores, beyond which nobody sorts
NAMED = 6  # packages of a machine; what is beyond is counted
LONGEST = 60  # characters of a package's name or version


@dataclass
class Shares:
    """What pages show of a machine.

    Attributes:
        runs: How many of its runs.
        quiet: Those of them that were to have the machine to themselves.
        disturbed: Those of these that had to share it with others.
        attested: Where each is, that somebody says of it; "" for those of which not.
        labels: The interpreters that made them.
        packages: What they had of those that their programs name, with the version.
    """

    runs: int = 0
    quiet: int = 0
    disturbed: int = 0
    attested: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    packages: set[str] = field(default_factory=set)

    def add(self, run: Run, snippet: Snippet) -> None:
        self.runs += 1
        self.labels.add(run.label)
        have = run.origin.get("packages")
        if fits(have, dict[str, str]):  # which somebody else may have written
            named = {wanted.name for wanted in snippet.dependencies} & have.keys()
            every = (f"{name} {have[name]}" for name in named)
            self.packages |= {one for one in every if cards.is_line(one, LONGEST)}
        if run.uncontained:  # nobody looked
            return
        self.quiet += snippet.quiet
        self.disturbed += snippet.quiet and run.disturbed > 0


@listed
def machines(place: Place) -> Shown:
    """This build's machine, and each whose runs were imported."""
    held = adopted()
    own = held.machine if held else cards.own()
    kept = place.site.worlds.machines()
    seen = _imported(place.site, kept)
    rows = [_cells(own, own["name"], words.MACHINE_OWN, _live(place.site))]
    called = Counter(card["name"] for card in kept.values())
    for digest, card in sorted(kept.items(), key=lambda one: (one[1]["name"], one[0])):
        name = card["name"]
        if called[name] > 1:
            name += f" ({digest[:4]})"
        rows.append(_cells(card, name, _vouched(seen[digest]), seen[digest]))
    table = Table("machines", words.MACHINES, COLUMNS, [Group(rows)], narrows=False)
    shown = table.show(place)
    if kept:
        return shown
    return Shown(
        f"{shown.html}<p>{words.NONE_IMPORTED}</p>",
        f"{shown.markdown}\n{words.NONE_IMPORTED}\n",
    )


def _live(site: Site) -> Shares:
    shares = Shares()
    for row in runs.rows(site):
        if row.run and row.program.read and not row.recorded:
            shares.add(row.run, row.program.read)
    return shares


def _imported(site: Site, kept: dict[str, MachineCard]) -> dict[str, Shares]:
    """What pages show of each machine, by its digest."""
    found: dict[str, Shares] = defaultdict(Shares)
    for program in programs.shown(site).values() if kept else ():
        if one := program.read:
            for world in elsewhere.newest(site.worlds.of(one.digest, kept)):
                shares = found[cards.digest(world.machine)]
                shares.add(world.run, one)
                shares.attested.add(world.machine.get("attested", ""))
    return found


def _vouched(seen: Shares) -> str:
    if not seen.attested or "" in seen.attested:
        return words.UNVERIFIED
    return words.ATTESTED.format(", ".join(sorted(seen.attested)))


def _cells(card: MachineCard, name: str, more: str, seen: Shares) -> list[Cell]:
    share = seen.disturbed / seen.quiet if seen.quiet else 0.0
    quiet = words.share(seen.disturbed, seen.quiet) if seen.quiet else words.NOTHING
    container = words.MACHINE_YES if card["container"] else words.MACHINE_NO
    return [
        _data(name, more),
        _data(f"{card['system']} {card['architecture']}", card["release"]),
        _data(card["cpu"]),
        _cores(card),
        _memory(card["memory"]),
        Cell(container),
        _python(seen),
        Cell(str(seen.runs), order=seen.runs),
        Cell(quiet, order=share),
    ]


def _python(seen: Shares) -> Cell:
    labels = sorted(label.removeprefix("CPython ") for label in seen.labels)
    packages = sorted(seen.packages, key=str.lower)
    return _data(", ".join(labels), words.some(packages, NAMED))


def _memory(number: int | None) -> Cell:
    if number is None:
        return Cell(words.NOTHING)
    return Cell(words.gibibytes(number), order=_bounded(number))


def _cores(card: MachineCard) -> Cell:
    quota = card["quota"]
    more = "" if quota is None else words.MACHINE_QUOTA.format(quota)
    return Cell(str(card["cores"]), more=more, order=_bounded(card["cores"]))


def _data(text: str, more: str = "") -> Cell:
    return Cell(text.strip() or words.NOTHING, more=more, data=True)


def _bounded(number: int) -> int:
    return max(-MOST, min(number, MOST))
