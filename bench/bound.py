"""How fast a cold build could be at best."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from proof.runs.run import Run


@dataclass(frozen=True)
class Bound:
    """A lower bound and its parts, all in seconds.

    Attributes:
        longest: The longest run.
        quiet: The quiet runs, one after the other.
        shared: The CPU time of all others, spread over the cores.
        rendering: What the pages cost without any run.
    """

    longest: float
    quiet: float
    shared: float
    rendering: float

    @property
    def seconds(self) -> float:
        """What no schedule can beat."""
        return max(self.longest, self.quiet + self.shared) + self.rendering


def lower_bound(
    runs: Iterable[Run], quiet: Collection[str], cores: int, rendering: float
) -> Bound:
    """Reckon the bound of one build from its own runs.

    A quiet run has the machine to itself. One that measures time is made several times,
    and once more for its trace, because a run that is timed must not be traced: all of
    them count. Repeated runs of the others count with their CPU time.

    Args:
        runs: What the build has stored.
        quiet: The paths of the snippets that declare themselves quiet.
        cores: How many there are.
        rendering: Seconds that a build of the same pages takes without runs.
    """
    runs = list(runs)
    alone = [run for run in runs if run.origin["path"] in quiet]
    others = [run for run in runs if run.origin["path"] not in quiet]
    return Bound(
        longest=max(sum(one.wall for one in run.each()) for run in runs),
        quiet=sum(one.wall for run in alone for one in run.each())
        + sum(run.wall for run in alone if run.origin["path"].endswith("_timing.py")),
        shared=sum(one.cpu for run in others for one in run.each()) / cores,
        rendering=rendering,
    )
