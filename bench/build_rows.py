"""The rows about whole builds: their time and their memory."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import builds, sites
from bench.bound import Bound, lower_bound
from bench.stage import Stage, ratios
from bench.table import Row
from proof.runs.machine import machine

MIB = 1 << 20


def cold(stage: Stage) -> list[Row]:
    """A build with nothing stored, beside what it could be and what others take."""
    quiet = {p.snippet.path for p in sites.shown(stage.site) if p.snippet.quiet}
    ours, shells, bounds = [], [], []
    for i in range(stage.rounds):
        store = stage.spare / f"cold-{i}"
        rendering = builds.seconds(stage.plain, stage.store)
        ours.append(builds.seconds(stage.site, store))
        builds.stored(stage.site, store)  # none has failed
        runs = builds.stored(stage.site, stage.store)  # and here none is missing
        bounds.append(lower_bound(runs, quiet, machine()["cores"], rendering))
        shells.append(builds.seconds(stage.console, stage.store))
        builds.end_leftovers()
        stage.say(
            f"cold build {i + 1} of {stage.rounds}: {ours[-1]:.1f} s, lower bound "
            f"{bounds[-1].seconds:.1f} s, console fences {shells[-1]:.1f} s"
        )
    at_best = [bound.seconds for bound in bounds]
    return [
        Row(
            name="cold build / lower bound",
            values=ratios(ours, at_best),
            aim=1.15,
            parts=f"{_seconds(ours)} / {_seconds(at_best)}, the bound being "
            + _explained(bounds),
        ),
        Row(
            name="the same runs as markdown-exec console fences / cold build",
            values=ratios(shells, ours),
            aim=3,
            at_least=True,
            parts=f"{_seconds(shells)} / {_seconds(ours)}; a build at the bound would "
            f"reach {median(ratios(shells, at_best)):.2f}",
        ),
    ]


def warm(stage: Stage) -> list[Row]:
    """A build with everything stored, beside one with the results in the pages."""
    ours, plain = [], []
    pairs = 2 * stage.rounds - 1
    for i in range(pairs):
        ours.append(builds.seconds(stage.site, stage.store))
        plain.append(builds.seconds(stage.plain, stage.store))
        stage.say(
            f"warm build {i + 1} of {pairs}: {ours[-1]:.2f} s, plain {plain[-1]:.2f} s"
        )
    name = "warm build / the same pages with the results pasted in"
    parts = f"{_seconds(ours)} / {_seconds(plain)}"
    return [Row(name, ratios(ours, plain), aim=1.10, parts=parts)]


def base(stage: Stage) -> list[Row]:
    """A warm build at an older commit, beside one of its pages and programs by ours."""
    older = sites.commit(stage.root, stage.base, stage.spare / "base")
    if older is None:
        stage.say(f"no commit {stage.base} here to compare with")
        return []
    ours = sites.with_content(stage.site, older, stage.spare / "ours")
    stage.say(f"filling the store for {stage.base}, by both engines")
    store = stage.spare / "base-store"
    builds.seconds(older, store)
    builds.fill(ours, store)
    return [_against(stage, older, ours, store)]


def _against(stage: Stage, older: Path, ours: Path, store: Path) -> Row:
    pairs = [
        (builds.cost(older, store), builds.cost(ours, store))
        for _ in range(2 * stage.rounds - 1)
    ]
    (old, old_cpu), (new, new_cpu) = (
        zip(*costs, strict=True) for costs in zip(*pairs, strict=True)
    )
    return Row(
        name=f"warm build of {stage.base}'s pages by its engine / by this one",
        values=ratios(old, new),
        aim=2,
        at_least=True,
        parts=f"{_seconds(old)} / {_seconds(new)}; of CPU time {_seconds(old_cpu)} / "
        f"{_seconds(new_cpu)}; without the labs",
    )


def memory(stage: Stage) -> list[Row]:
    """The peak of warm and of cold builds, beside that of the plain one."""
    plain, warm, cold = [], [], []
    for i in range(stage.rounds):
        plain.append(builds.peak_memory(stage.plain, stage.store))
        warm.append(builds.peak_memory(stage.site, stage.store))
        cold.append(builds.peak_memory(stage.site, stage.spare / f"memory-{i}"))
        stage.say(
            f"peak memory: plain {plain[-1] / MIB:.0f} MiB, "
            f"warm {warm[-1] / MIB:.0f} MiB, cold {cold[-1] / MIB:.0f} MiB"
        )
    return [
        Row(
            name=f"peak memory, {kind} build / plain build",
            values=ratios(peaks, plain),
            aim=1.6,
            parts=f"{median(peaks) / MIB:.0f} MiB / {median(plain) / MIB:.0f} MiB, "
            "without the programs themselves",
        )
        for kind, peaks in (("warm", warm), ("cold", cold))
    ]


def _seconds(values: Sequence[float]) -> str:
    return f"{median(values):.2f} s"


def _explained(bounds: list[Bound]) -> str:
    longest, quiet, shared, rendering = (
        f"{median(getattr(bound, part) for bound in bounds):.1f}"
        for part in ("longest", "quiet", "shared", "rendering")
    )
    return (
        f"max(longest run {longest}, quiet runs {quiet} [timings 5 times, and once "
        f"traced] + CPU of the others / cores {shared}) + rendering {rendering}"
    )
