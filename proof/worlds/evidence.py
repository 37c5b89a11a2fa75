"""What runs say of a claim: on which interpreter and system it holds, since when."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from packaging.version import Version

from proof.programs.snippet import Snippet
from proof.runs.judging import declared, undisturbed
from proof.runs.run import Run

PLATFORMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
OLDEST = Version("3.11")  # that any program is for
LAST = 99  # a patch release later than any
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
        contained: Whether the engine made it.
        cause: A digest of everything that can change the result: two runs of one cause
            that say different things contradict each other.
    """

    place: Place
    version: str
    args: tuple[str, ...]
    date: str
    holds: bool
    contained: bool
    cause: str


def of(snippet: Snippet, run: Run, machine: str = "") -> Evidence | None:
    """Read a run.

    Args:
        snippet: The program.
        run: One whose origin is as `proof.runs.sound.check` wants it.
        machine: The digest of its machine's card, which may say more than the run.

    Returns:
        None where the run says nothing: it is of arguments that the program does not
        declare, or of a version that it is not for; or others disturbed what had to be
        quiet, or may have, and so it failed.
    """
    args = tuple(run.origin["args"])
    version = run.origin["interpreter"]["version"]
    if args not in snippet.args + snippet.recorded:
        return None
    if not snippet.requires_python.contains(version, prereleases=True):
        return None
    holds = not declared(snippet, run)
    if not holds and snippet.quiet and run.disturbed and not undisturbed(snippet, run):
        return None
    where, python = run.origin["machine"], run.origin["interpreter"]
    minor = ".".join(python["version"].split(".")[:2])
    name = minor + "t" * python["threaded"]
    # A program may be renamed; what is run stays the same.
    cause = {key: value for key, value in run.origin.items() if key != "path"}
    text = json.dumps([cause, machine], sort_keys=True)
    return Evidence(
        Place(where["system"], where["architecture"], name),
        python["version"],
        args,
        run.date,
        holds,
        not run.uncontained,
        hashlib.sha256(text.encode()).hexdigest(),
    )


def is_for(snippet: Snippet, place: Place) -> bool:
    """Whether a program may be run in a place."""
    system = PLATFORMS.get(snippet.platform or "", place.system)
    return system == place.system and _runs_on(snippet, place.minor)


def _runs_on(snippet: Snippet, minor: Version) -> bool:
    """Whether a minor version may run a program: its first release or a late one."""
    ends = (f"{minor}.{patch}" for patch in (0, LAST))
    return any(snippet.requires_python.contains(one, prereleases=True) for one in ends)


def verdict(snippet: Snippet, place: Place, found: Iterable[Evidence]) -> Verdict:
    """What is known of a claim in a place.

    The newest release that was tried decides, and runs that the engine made, where
    there are such. Of these one that fails outweighs others.
    """
    there = [one for one in found if one.place == place]
    if not there:
        known = is_for(snippet, place)
        return Verdict.NOT_RUN if known else Verdict.NOT_FOR_IT
    return Verdict.HOLDS if _holds(there) else Verdict.FAILS


def _holds(found: list[Evidence]) -> bool:
    """What runs in one place say together."""
    newest = max(Version(one.version) for one in found)
    late = [one for one in found if Version(one.version) == newest]
    contained = [one for one in late if one.contained]
    return all(one.holds for one in contained or late)


def since(snippet: Snippet, kind: Kind, found: Iterable[Evidence]) -> str:
    """The first minor version from which a claim holds, in places of one kind.

    Returns:
        Such as ``"3.14"``: the version before it failed, or the program is for none
        before it. "" where nothing shows that, or where the claim does not hold on the
        newest that was tried.
    """
    by: dict[int, list[Evidence]] = {}
    for one in found:
        if one.place.kind == kind:
            by.setdefault(one.place.minor.minor, []).append(one)
    first, untried = 0, False
    for minor in range(max(by, default=0), OLDEST.minor - 1, -1):
        if minor in by:
            if not _holds(by[minor]):
                break
            first, untried = minor, False
        elif _runs_on(snippet, Version(f"3.{minor}")):
            untried = True
    return f"3.{first}" if first > OLDEST.minor and not untried else ""


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
