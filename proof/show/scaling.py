"""How much faster a timing is with more workers: a line for each machine.

Such a program prints a time for each number of them: ``1 process: 300 ms``, ``4
processes: 80 ms``. What several machines measured is drawn side by side, never merged.
"""

import re
import statistics
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from proof import words
from proof.plots import figure
from proof.plots.axis import Axis
from proof.plots.lines import Lines, Series
from proof.programs.snippet import Snippet
from proof.runs.judging import declared
from proof.runs.run import Run
from proof.show import elsewhere, timings
from proof.show.ran import Card
from proof.worlds.kept import World

KINDS = {
    "worker": "workers",
    "process": "processes",
    "thread": "threads",
    "interpreter": "interpreters",
}
NAMES = "|".join([*KINDS, *KINDS.values()])
LABEL = re.compile(rf"(?P<number>[1-9][0-9]{{0,3}}) (?P<kind>{NAMES})")
MOST = 8  # lines, which marks can tell apart
POINTS = 40  # numbers of workers in one line
LEAST, LARGEST = 1 / 16, 10_000  # times as fast: what is beyond is no measurement
HIGH = 220  # pixels

Points = dict[float, tuple[float, float, float]]


@dataclass(frozen=True)
class Curve:
    """One line.

    Attributes:
        name: Of the run, and of its workers.
        machine: Its name, and what it may use, for a sentence.
        cpus: As many as the program could keep busy.
        points: Times as fast as one, by number of workers: least, median, most.
    """

    name: str
    machine: str
    cpus: float
    points: Points

    @property
    def reach(self) -> float:
        return min(self.cpus, max(self.points))


def show(snippet: Snippet, cards: list[Card], worlds: Collection[World]) -> str:
    """Draw the lines of this build and of other machines, as HTML.

    Args:
        snippet: What was run.
        cards: The runs of this build.
        worlds: Those of other machines; of several of one kind the newest counts.

    Returns:
        "" where nothing was measured over workers.
    """
    curves, text = _found(snippet, cards, worlds)
    if not curves:
        return ""
    lines = [Series(one.name, one.points) for one in curves]
    reach = max(one.reach for one in curves)
    if reach > 1:
        ideal = {1.0: 1.0, reach: reach}
        lines.append(Series(words.IDEAL, ideal, marked=False, reference=True))
    plot = Lines(lines, Axis(words.WORKERS, base=2), Axis(words.FASTER, base=2), HIGH)
    drawn = figure.show(plot, text, "\n".join([text, *map(_said, curves)]))
    return f'<section class="proof-scaling" data-search-exclude>{drawn}</section>'


def told(snippet: Snippet, cards: list[Card], worlds: Collection[World]) -> str:
    """The same in words, as Markdown; "" where there is nothing to say."""
    curves, text = _found(snippet, cards, worlds)
    if not curves:
        return ""
    return "\n".join([text, "", *(f"- {_said(one)}" for one in curves)])


def _said(curve: Curve) -> str:
    points = [
        words.POINT.format(words.number(median), f"{workers:.0f}")
        for workers, (_, median, _) in sorted(curve.points.items())
    ]
    return f"{curve.name}: {', '.join(points)}."


def _found(
    snippet: Snippet, cards: list[Card], worlds: Collection[World]
) -> tuple[list[Curve], str]:
    """What is drawn, and what is said of it."""
    if not snippet.timing:
        return [], ""
    others = elsewhere.newest(worlds)
    machine = elsewhere.machines(others)
    found, disturbed = [*_own(cards)], []
    for one in others:
        name = machine(one)
        if declared(snippet, one.run):
            continue
        if one.run.disturbed:
            disturbed += [] if one.run.uncontained else [name]
            continue
        # So that no machine passes for this build, whatever its name.
        mark = words.IMPORTED if "attested" in one.machine else words.UNVERIFIED
        found += _read(one.run, f"{name} ({mark})")
    curves = [*{one.name: one for one in reversed(found)}.values()][::-1]
    if not curves:
        return [], ""
    drawn = curves[:MOST]
    text = words.scaling(
        [*dict.fromkeys(one.machine for one in drawn)],
        max(one.reach for one in drawn),
        len(curves) - len(drawn),
        [*dict.fromkeys(disturbed)][:MOST],
    )
    return drawn, text


def _own(cards: list[Card]) -> Iterator[Curve]:
    for card in cards:
        run = card.result.run
        if run and not (card.result.errors or card.withheld):
            name = words.THIS_RECORDING if card.recorded else words.THIS_BUILD
            yield from _read(run, name)


def _read(run: Run, machine: str) -> Iterator[Curve]:
    """The lines of one run; none where nobody would believe what it says.

    Args:
        run: One that passed.
        machine: What to call where it was made.
    """
    where = run.origin["machine"]
    cores, quota = where["cores"], where.get("quota")
    if not 1 <= cores <= LARGEST:
        return
    if not (type(quota) in (int, float) and 0 < quota < cores):
        quota = None
    name = [machine, run.label, " ".join(run.origin.get("args", ()))]
    for kind, times in _times(run).items():
        if points := _faster(times):
            yield Curve(
                " · ".join(filter(None, [*name, kind])),
                words.machine(machine, cores, quota),
                max(quota or cores, 1),
                points,
            )


def _times(run: Run) -> dict[str, dict[int, list[float]]]:
    """Seconds in each run, by kind and number of workers."""
    found: dict[str, dict[int, list[float]]] = {}
    for one in timings.read(run):
        unit = timings.UNITS.get(one.unit)
        if unit and (label := LABEL.fullmatch(one.label)):
            kind = KINDS.get(label["kind"], label["kind"])
            times = found.setdefault(kind, {})
            times[int(label["number"])] = [value * unit for value in one.values]
    return found


def _faster(times: dict[int, list[float]]) -> Points:
    """How many times as fast as one worker each number is; none without one and two.

    The times of one run are compared, for what slows a run down slows all of it down.
    """
    if (
        1 not in times
        or not 2 <= len(times) <= POINTS
        or not min(map(min, times.values()))
    ):
        return {}
    points: Points = {}
    for workers, values in times.items():
        each = [one / more for one, more in zip(times[1], values, strict=True)]
        points[workers] = min(each), statistics.median(each), max(each)
    believed = all(LEAST < y < LARGEST for three in points.values() for y in three)
    return points if believed else {}
