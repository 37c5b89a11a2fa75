"""What runs say of a claim: on which interpreter and system it holds, since when."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from packaging.version import InvalidVersion, Version

from proof.programs.snippet import Snippet
from proof.runs.judging import declared
from proof.runs.run import Run

PLATFORMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}


class Verdict(StrEnum):
    """What is known of a claim in one place."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_FOR_IT = "not for it"
    NOT_RUN = "not run"


@dataclass(frozen=True, order=True)
class Place:
    """Where a claim was tried: what `compile` has a column for.

    Attributes:
        interpreter: ``"3.14"``, ``"3.14t"``.
        system: As `platform.system` says it.
        architecture: As `platform.machine` says it.
    """

    interpreter: str
    system: str
    architecture: str


@dataclass(frozen=True)
class Evidence:
    """One run, as far as it speaks for or against its program's claim.

    Attributes:
        place: Where it was made.
        version: Of the interpreter: ``"3.14.2"``.
        machine: The name of the machine, or ``""`` for the one that asks.
        args: Of the program.
        date: When it began, ISO 8601 in UTC.
        holds: Whether the run is what the program declares.
        outcome: How it ended.
        cause: Everything of its origin that can change a result, as one text.
    """

    place: Place
    version: str
    machine: str
    args: tuple[str, ...]
    date: str
    holds: bool
    outcome: str
    cause: str


def of(snippet: Snippet, run: Run, machine: str = "") -> Evidence | None:
    """Read a run.

    Returns:
        None where the run does not say on which interpreter it was made.
    """
    about, where = run.origin.get("interpreter"), run.origin["machine"]
    version = about.get("version") if isinstance(about, dict) else None
    try:
        minor = Version(str(version))
    except InvalidVersion:
        return None
    name = f"{minor.major}.{minor.minor}{'t' if about.get('threaded') else ''}"
    return Evidence(
        Place(name, where["system"], where["architecture"]),
        str(version),
        machine,
        tuple(map(str, run.origin.get("args", ()))),
        run.date,
        not declared(snippet, run),
        str(run.outcome),
        json.dumps(run.origin, sort_keys=True),
    )


def verdict(snippet: Snippet, place: Place, found: Iterable[Evidence]) -> Verdict:
    """What is known of a claim in a place; one run that fails outweighs others."""
    said = [one.holds for one in found if one.place == place]
    if said:
        return Verdict.HOLDS if all(said) else Verdict.FAILS
    fits = PLATFORMS.get(snippet.platform or "", place.system) == place.system
    if fits and f"{place.interpreter.rstrip('t')}.99" in snippet.requires_python:
        return Verdict.NOT_RUN
    return Verdict.NOT_FOR_IT


def since(snippet: Snippet, found: Iterable[Evidence]) -> str:
    """The first minor version from which a claim holds on default builds.

    Returns:
        Such as ``"3.14"``; ``""`` where it holds on the oldest that was tried and that
        the program allows, or on none.
    """
    by: dict[Version, bool] = {}
    for one in found:
        if not one.place.interpreter.endswith("t"):
            minor = Version(one.place.interpreter)
            by[minor] = by.get(minor, True) and one.holds
    first: Version | None = None
    for minor in sorted(by, reverse=True):
        if not by[minor]:
            break
        first = minor
    if first is None:
        return ""
    older = [minor for minor in by if minor < first]
    allowed = "3.11.99" in snippet.requires_python
    return str(first) if older or not allowed else ""


def contradictions(found: Iterable[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Pairs of runs that differ in nothing but their date, and in what they say."""
    by: dict[tuple[str, str], list[Evidence]] = {}
    for one in found:
        by.setdefault((one.machine, one.cause), []).append(one)
    for several in by.values():
        several.sort(key=lambda one: one.date)
        for before, after in pairwise(several):
            if before.holds != after.holds:
                yield before, after
