"""``proof compile``: what all runs that are there say of every claim, as data.

A claim keeps its id when its program is renamed; see `ids`.
"""

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import card, recordings, sound
from proof.runs.run import Run
from proof.runs.store import Store
from proof.shape import fits
from proof.worlds import dataset, evidence
from proof.worlds.dataset import Claim
from proof.worlds.evidence import Evidence
from proof.worlds.kept import Kept

RENAMED = "claims.toml"
Source = tuple[str, Run]  # the digest of a machine's card, or ""; and what it ran


def compile_all(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Write the data set, and name what contradicts itself; nothing is run."""
    claims, problems = read(project)
    gone = dataset.write(options.folder, claims)
    for claim in claims:
        for before, after in evidence.contradictions(claim.found):
            said = [words.said(one.holds, one.date) for one in (before, after)]
            given = " ".join([*before.args, ""])
            path = claim.snippet.path
            text = words.CONTRADICTION.format(before.version, given, *said, path)
            problems.append(ProofError(claim.snippet.file, 1, text))
    for problem in problems:
        console.print(str(problem))
    if gone:
        console.print(words.ids_gone(options.folder, gone))
    number = len(dataset.places(claims))
    console.print(words.compiled(options.folder, len(claims), number))
    return 1 if problems else 0


def contradicted(project: Project, programs: Iterable[Snippet]) -> set[str]:
    """Those programs of which two imported runs contradict each other, by path."""
    others = Elsewhere(project)
    if not others.machines:
        return set()
    return {
        one.path
        for one in programs
        if any(evidence.contradictions(_evidence(one, others.of(one))))
    }


def read(project: Project) -> tuple[list[Claim], list[ProofError]]:
    """Gather what this machine's runs, recordings and imports say of each claim.

    Returns:
        The claims by id; and what is wrong with recordings, and with programs that
        have no claim for it.

    Raises:
        ProofError: `RENAMED` is wrong.
    """
    kept = Elsewhere(project)
    stored: dict[str, list[Run]] = defaultdict(list)
    for run in Store(project.store).runs():
        stored[run.origin["snippet"]].append(run)

    def runs(one: Snippet) -> Iterator[Source]:
        yield from (("", run) for run in stored[one.digest])
        yield from kept.of(one)

    claims, problems = gather(project, runs)
    return claims, [*problems, *kept.problems]


class Elsewhere:
    """The runs that a project has of others: those that were recorded, or imported.

    Args:
        project: Whose.

    Attributes:
        problems: What was found to be wrong with recordings.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[ProofError] = []
        self.kept = Kept(project)
        self.machines = self.kept.machines()

    def of(self, one: Snippet) -> Iterator[Source]:
        """Those of a program's present text."""
        recorded, wrong = recordings.every(self.project, one)
        self.problems += wrong
        yield from (("", run) for run in recorded)
        for world in self.kept.of(one.digest, self.machines):
            yield card.digest(world.machine), world.run


def gather(
    project: Project, runs: Callable[[Snippet], Iterable[Source]]
) -> tuple[list[Claim], list[ProofError]]:
    """Say of each claim what runs say of it.

    Args:
        project: Whose claims.
        runs: Those of a program, each with the digest of its machine's card, or "".

    Returns:
        The claims by id, and what is wrong with programs that have no claim for it.

    Raises:
        ProofError: `RENAMED` is wrong.
    """
    pages = defaultdict(set)
    for reference in project.references():
        pages[reference.path].add(reference.page)
    known = ids(project)
    claims: list[Claim] = []
    problems: list[ProofError] = []
    for path in project.snippets():
        try:
            one = snippet.read(project.root, path)
            one.check()
            claim = Claim(known[path], one.claim, one, sorted(pages[path]))
            said = {_mark(run): (machine, run) for machine, run in runs(one)}
        except ProofError as error:
            problems.append(error)
            continue
        claim.found += _evidence(one, said.values())
        claims.append(claim)
    return sorted(claims, key=lambda claim: claim.id), problems


def _evidence(one: Snippet, sources: Iterable[Source]) -> Iterator[Evidence]:
    """What runs say of a program's claim, as far as they do."""
    for machine, run in sources:
        # Old runs of the store may not say all that is asked of them.
        found = fits(run.origin, sound.Origin) and evidence.of(one, run, machine)
        if found:
            yield found


def _mark(run: Run) -> tuple[object, ...]:
    """What two runs do not share, if they are not one: one may come by two ways."""
    ends = tuple((one["status"], one["reached"]) for one in run.samples)
    return str(run.origin), run.date, run.wall, run.cpu, ends


def ids(project: Project) -> dict[str, str]:
    """The id of each claim by its program: its path when it was first published.

    Raises:
        ProofError: `RENAMED` is no such table, names a program that is not there, or
            gives one id twice.
    """
    try:
        renamed = tomllib.loads((project.root / RENAMED).read_text("utf-8"))["renamed"]
    except FileNotFoundError:
        renamed = {}
    except (tomllib.TOMLDecodeError, KeyError, OSError, UnicodeDecodeError) as error:
        raise ProofError(RENAMED, 1, words.RENAMED_BROKEN.format(error)) from None
    if not fits(renamed, dict[str, str]):
        raise ProofError(RENAMED, 1, words.RENAMED_BROKEN.format(words.NO_TEXTS))
    found = {path: path.removesuffix(".py") for path in project.snippets()}
    for path, old in renamed.items():
        if path not in found:
            raise ProofError(RENAMED, 1, words.RENAMED_GONE.format(path))
        found[path] = old
        if not old.isprintable() or not old or ".." in old or old[0] in "/.":
            raise ProofError(RENAMED, 1, words.RENAMED_ID.format(path, old))
        if old.endswith(".py"):
            raise ProofError(RENAMED, 1, words.RENAMED_SUFFIX.format(path, old[:-3]))
    twice = [one for one, number in Counter(found.values()).items() if number > 1]
    if twice:
        raise ProofError(RENAMED, 1, words.RENAMED_TWICE.format(", ".join(twice)))
    return found
