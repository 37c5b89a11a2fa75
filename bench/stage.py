"""What all measurements share: copies of the site, and a store that is full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import builds, sites


@dataclass(frozen=True)
class Stage:
    """Where and how often to measure.

    Attributes:
        root: The project.
        base: A commit of it to compare with.
        site: A copy of the site.
        plain: A copy with the results pasted in.
        console: A copy with console fences.
        store: The folder of a store that holds all runs.
        spare: A folder for whatever else a measurement needs.
        rounds: How often to repeat each measurement.
        say: Tells the reader what is being measured.
    """

    root: Path
    base: str
    site: Path
    plain: Path
    console: Path
    store: Path
    spare: Path
    rounds: int
    say: Callable[[str], None]


def prepare(
    root: Path, base: str, folder: Path, rounds: int, say: Callable[[str], None]
) -> Stage:
    """Copy a project into a folder, and build once what is to be measured warm.

    Raises:
        RuntimeError: A build or a run failed.
    """
    say("first build, which is not measured")
    site, store = sites.copy(root, folder / "site"), folder / "store"
    builds.fill(site, store)
    plain = sites.plain(site, store, folder / "plain")
    builds.seconds(plain, store)
    console = sites.console(site, folder / "console")
    return Stage(root, base, site, plain, console, store, folder, rounds, say)


def ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Divide what was measured side by side."""
    return [a / b for a, b in zip(above, below, strict=True)]
