"""What runs say of a claim: on which interpreter and system it holds, since when."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from packaging.version import Version

from proof.programs.snippet import Snippet
from proof.runs import recordings
from proof.runs.judging import declared, undisturbed
from proof.runs.run import Run

PLATFORMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
OLDEST = Version("3.11")  # that any program is for
Kind = tuple[str, str, bool]  # system, architecture, whether free-threaded


class Verdict(StrEnum):
    """What is known of a claim in one place."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_FOR_IT = "not for it"
    NOT_RUN = "not run"


@dataclass(frozen=True, order=True)
class Place:
    """Where a claim was tried: what the data set has a row for.

    Attributes:
        system: As `platform.system` says it.
        architecture: As `platform.machine` says it.
        interpreter: ``"3.14"``, ``"3.14t"``.
    """

    system: str
    architecture: str
    interpreter: str

    @property
    def minor(self) -> Version:
        return Version(self.interpreter.rstrip("t"))

    @property
    def kind(self) -> Kind:
        """What its versions are compared in: a system, and builds of one sort."""
        return self.system, self.architecture, self.interpreter.endswith("t")


@dataclass(frozen=True)
class Evidence:
    """One run, as far as it speaks for or against its program's claim.

    Attributes:
        place: Where it was made.
        version: Of the interpreter: ``"3.14.2"``.
        args: Of the program.
        date: When it began, ISO 8601 in UTC.
        holds: Whether the run is what the program declares.
        cause: Everything that can change the result, as one text: two runs of one
            cause that say different things contradict each other.
    """

    place: Place
    version: str
    args: tuple[str, ...]
    date: str
    holds: bool
    cause: str


def of(snippet: Snippet, run: Run, machine: str = "") -> Evidence | None:
    """Read a run.

    Args:
        snippet: The program.
        run: One whose origin is as `proof.runs.sound.check` wants it.
        machine: The digest of its machine's card, which may say more than the run.

    Returns:
        None where the run says nothing: it is of arguments that the program does not
        declare, or others disturbed what had to be quiet, and so it failed.
    """
    args = tuple(run.origin["args"])
    if args not in snippet.args + snippet.recorded:
        return None
    holds = not declared(snippet, run)
    if not holds and snippet.quiet and run.disturbed and not undisturbed(snippet, run):
        return None
    where, python = run.origin["machine"], run.origin["interpreter"]
    minor = ".".join(python["version"].split(".")[:2])
    name = minor + "t" * python["threaded"]
    # A program may be renamed; what is run stays the same.
    cause = {key: value for key, value in run.origin.items() if key != "path"}
    return Evidence(
        Place(where["system"], where["architecture"], name),
        python["version"],
        args,
        run.date,
        holds,
        json.dumps([cause, machine], sort_keys=True),
    )


def is_for(snippet: Snippet, place: Place) -> bool:
    """Whether a program may be run in a place."""
    system = PLATFORMS.get(snippet.platform or "", place.system)
    versions = str(snippet.requires_python)
    return system == place.system and recordings.within(str(place.minor), versions)


def verdict(snippet: Snippet, place: Place, found: Iterable[Evidence]) -> Verdict:
    """What is known of a claim in a place; one run that fails outweighs others."""
    if not is_for(snippet, place):
        return Verdict.NOT_FOR_IT
    said = [one.holds for one in found if one.place == place]
    if not said:
        return Verdict.NOT_RUN
    return Verdict.HOLDS if all(said) else Verdict.FAILS


def since(snippet: Snippet, kind: Kind, found: Iterable[Evidence]) -> str:
    """The first minor version from which a claim holds, in places of one kind.

    Returns:
        Such as ``"3.14"``: a version before it failed, or the program is for none
        before it. "" where no version before it was tried, or where it does not hold
        on the newest that was.
    """
    by: dict[Version, bool] = {}
    for one in found:
        if one.place.kind == kind and is_for(snippet, one.place):
            by[one.place.minor] = by.get(one.place.minor, True) and one.holds
    first = None
    for minor in sorted(by, reverse=True):
        if not by[minor]:
            return str(first or "")
        first = minor
    if first is None or first == OLDEST:
        return ""
    before = f"3.{first.minor - 1}"
    begins = not recordings.within(before, str(snippet.requires_python))
    return str(first) if begins else ""


def contradictions(found: Iterable[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Pairs of runs that differ in nothing but their date, and in what they say."""
    by: dict[str, list[Evidence]] = {}
    for one in found:
        by.setdefault(one.cause, []).append(one)
    for cause in sorted(by):
        several = sorted(by[cause], key=lambda one: (one.date, one.holds))
        for before, after in pairwise(several):
            if before.holds != after.holds:
                yield before, after
