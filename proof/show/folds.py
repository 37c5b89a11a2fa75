"""Which lanes of a picture look so much alike that one of them can stand for all."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from proof import words
from proof.show.seen import Lane, Process, Timeline

MOST = 8  # alike, beyond which all but the first are folded
KINDS = 100  # of lanes, beyond which a picture would be too high with all folds
TENTH = 0.1  # of the run: the difference up to which times count as alike


@dataclass(frozen=True)
class Fold:
    """Lanes that are not drawn.

    Attributes:
        below: The lane that looks like them, and below which they would stand.
        lanes: What is folded.
        processes: The processes among them, where whole ones are.
    """

    below: Lane
    lanes: list[Lane]
    processes: list[Process]

    @property
    def number(self) -> int:
        """How many are told to be like the one that is shown."""
        return len(self.processes) or len(self.lanes)


def find(timeline: Timeline) -> list[Fold]:
    """Find what can be folded.

    Processes are alike that have the same parents, the same end, no children and as
    many threads; threads, that belong to one process and are not its first. Both have
    names that differ in digits at most, and began, ended, and were in every state for
    the same time, give or take a tenth of the run.
    """
    folds = []
    parents = {pid for one in timeline.processes for _, pid in one.parents}
    single = [one for one in timeline.processes if one.pid not in parents]
    for first, *others in _alike(single, lambda a, b: _processes(timeline, a, b)):
        lanes = [lane for other in others for lane in other.lanes]
        folds.append(Fold(first.lanes[-1], lanes, others))
    folded = {id(process) for fold in folds for process in fold.processes}
    for process in timeline.processes:
        if id(process) not in folded:
            groups = _alike(process.lanes[1:], lambda a, b: _lanes(timeline, a, b))
            folds += [Fold(first, others, []) for first, *others in groups]
    return folds


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


def _processes(timeline: Timeline, one: Process, other: Process) -> bool:
    return (
        _stem(one.name) == _stem(other.name)
        and (one.ended, one.ending) == (other.ended, other.ending)
        and [pid for _, pid in one.parents] == [pid for _, pid in other.parents]
        and len(one.lanes) == len(other.lanes)
        and all(
            _lanes(timeline, a, b) for a, b in zip(one.lanes, other.lanes, strict=True)
        )
    )


def _lanes(timeline: Timeline, one: Lane, other: Lane) -> bool:
    near = max(TENTH * timeline.duration, 2 * timeline.interval)
    return (
        _stem(one.name) == _stem(other.name)
        and abs(one.start - other.start) <= near
        and abs(one.end - other.end) <= near
        and all(
            abs(one.seconds(state) - other.seconds(state)) <= near
            for state in words.STATES
        )
    )


def _stem(name: str) -> str:
    return re.sub(r"\d+", "", name)
