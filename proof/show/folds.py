"""Which lanes of a picture look so much alike that one of them can stand for all."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from proof import words
from proof.show.seen import Lane, Process, Timeline

MOST = 8  # alike, beyond which all but the first are folded
ROWS = 12  # in a picture, beyond which it is enough to be of one kind
SPREAD = 4  # of a kind, that are drawn: from its first to its last
KINDS = 100  # of lanes, beyond which a picture would be too high with all folds
NAME = 15  # bytes that the kernel keeps of a thread's name
TELLING = ("stopped", "zombie")  # states that are looked for
TENTH = 0.1  # of the run: the difference up to which times count as alike


@dataclass(frozen=True)
class Fold:
    """Lanes that are not drawn.

    Attributes:
        below: The lane that looks like them, and below which they would stand.
        lanes: What is folded.
        processes: The processes among them, where whole ones are.
        alike: Whether they have the same times, and not their kind alone.
    """

    below: Lane
    lanes: list[Lane]
    processes: list[Process]
    alike: bool = True

    @property
    def number(self) -> int:
        """How many are told to be like the one that is shown."""
        return len(self.processes) or len(self.lanes)


def find(timeline: Timeline) -> list[Fold]:
    """Find what can be folded.

    Processes are alike that have the same parents, the same end, no children and as
    many threads; threads, that belong to one process and are not its first. Both have
    names that differ in digits at most, and began, ended, and were in every state for
    the same time, give or take a tenth of the run. Where that leaves too many rows, the
    times need not be alike, but for those of a zombie and of what is stopped.
    """
    folds = _find(timeline, alike=True)
    lanes = sum(len(process.lanes) for process in timeline.processes)
    if lanes - _number(folds) > ROWS:
        folds = max(folds, _find(timeline, alike=False), key=_number)
    return folds


def _number(folds: list[Fold]) -> int:
    return sum(len(fold.lanes) for fold in folds)


def _find(timeline: Timeline, *, alike: bool) -> list[Fold]:
    parents = {pid for one in timeline.processes for _, pid in one.parents}
    single = [one for one in timeline.processes if one.pid not in parents]
    groups = _alike(single, lambda a, b: _processes(timeline, a, b, alike))
    folded = {id(process) for _, *others in groups for process in others}
    threads = [
        group
        for process in timeline.processes
        if id(process) not in folded
        for group in _alike(
            process.lanes[1:], lambda a, b: _lanes(timeline, a, b, alike)
        )
    ]
    most = 1 if alike else SPREAD // (len(groups) + len(threads) or 1)
    within = {id(lane) for _, *others in threads for lane in others}
    folds = []
    for group in groups:
        few = len(group[0].lanes) <= MOST
        for first, *others in _spread(group, most if few else 1):
            below = [lane for lane in first.lanes if id(lane) not in within][-1]
            lanes = [lane for other in others for lane in other.lanes]
            folds.append(Fold(below, lanes, others, alike))
    for group in threads:
        for first, *others in _spread(group, most):
            folds.append(Fold(first, others, [], alike))
    return folds


def _spread(group: list, most: int) -> list[list]:
    """A group in parts, of each of which the first is drawn."""
    parts = max(1, min(most, len(group) // 5))
    ends = [len(group) * i // parts for i in range(parts + 1)]
    return [group[begin:end] for begin, end in pairwise(ends)]


def _alike(units: list, same: Callable[..., bool]) -> list[list]:
    """Groups that are large enough to be folded; none where there are too many."""
    groups: list[list] = []
    for unit in units:
        group = next((one for one in groups if same(one[0], unit)), None)
        if group is None:
            if len(groups) == KINDS:
                return []
            groups.append([unit])
        else:
            group.append(unit)
    return [group for group in groups if len(group) > MOST]


def _processes(timeline: Timeline, one: Process, other: Process, alike: bool) -> bool:
    return (
        _stem(one.name) == _stem(other.name)
        and one.ended == other.ended
        # An end that nobody saw is drawn as an end with 0 is.
        and (one.ending == other.ending or not (alike or one.ending or other.ending))
        and [pid for _, pid in one.parents] == [pid for _, pid in other.parents]
        and len(one.lanes) == len(other.lanes)
        and all(
            _lanes(timeline, a, b, alike)
            for a, b in zip(one.lanes, other.lanes, strict=True)
        )
    )


def _lanes(timeline: Timeline, one: Lane, other: Lane, alike: bool) -> bool:
    near = max(TENTH * timeline.duration, 2 * timeline.interval)
    return (
        _named(one.name, other.name)
        and (not alike or abs(one.start - other.start) <= near)
        and (not alike or abs(one.end - other.end) <= near)
        and all(
            abs(one.seconds(state) - other.seconds(state)) <= near
            for state in (words.STATES if alike else TELLING)
        )
    )


def _stem(name: str) -> str:
    return re.sub(r"\d+", "", name)


def _named(one: str, other: str) -> bool:
    """Whether threads have names that differ in digits at most, cut where they are."""
    stem, of_other = sorted([_stem(one), _stem(other)], key=len)
    cut = len(one.encode()) == len(other.encode()) == NAME
    return of_other == stem or (cut and of_other.startswith(stem))
