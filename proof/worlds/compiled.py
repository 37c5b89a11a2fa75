"""``proof compile``: what all runs that are there say of every claim, as data.

A claim keeps its id when its program is renamed; see `ids`.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import recordings
from proof.runs.run import Run
from proof.runs.store import Store
from proof.worlds import dataset, evidence
from proof.worlds.dataset import Claim
from proof.worlds.kept import Kept

RENAMED = "claims.toml"


def compile_all(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Write the data set, and name what contradicts itself; nothing is run."""
    claims, problems = read(project)
    dataset.write(options.folder, claims)
    against = [
        (claim, *pair)
        for claim in claims
        for pair in evidence.contradictions(claim.found)
    ]
    for claim, before, after in against:
        said = [words.said(one.holds, one.date) for one in (before, after)]
        text = words.CONTRADICTION.format(before.version, " ".join(before.args), *said)
        problems.append(ProofError(claim.snippet.file, 1, text))
    for problem in problems:
        console.print(str(problem))
    console.print(
        words.compiled(options.folder, len(claims), len(dataset.places(claims)))
    )
    return 1 if problems else 0


def read(project: Project) -> tuple[list[Claim], list[ProofError]]:
    """Gather what this machine's runs, recordings and imports say of each claim.

    Returns:
        The claims by id, and what is wrong with programs that have none.
    """
    pages = defaultdict(list)
    for reference in project.references():
        pages[reference.path].append(reference.page)
    known = ids(project)
    kept, stored = Kept(project), defaultdict(list)
    for run in Store(project.store).runs():
        stored[run.origin["snippet"]].append(run)
    machines = kept.machines()
    claims, problems = [], []
    for path in project.snippets():
        try:
            one = snippet.read(project.root, path)
            one.check()
            claim = Claim(known[path], one, sorted(set(pages[path])))
            here = [*stored[one.digest], *_recorded(project, one)]
            sources = [("", run) for run in here]
            sources += [
                (world.machine["name"], world.run)
                for world in kept.of(one.digest, machines)
            ]
        except ProofError as error:
            problems.append(error)
            continue
        read_runs = (evidence.of(one, run, machine) for machine, run in sources)
        claim.found = [found for found in read_runs if found]
        claims.append(claim)
    return sorted(claims, key=lambda claim: claim.id), problems


def _recorded(project: Project, one: Snippet) -> Iterator[Run]:
    for name in recordings.names(project, one):
        for args in one.args + one.recorded:
            if run := recordings.read(project, one, name, args):
                yield run


def ids(project: Project) -> dict[str, str]:
    """The id of each claim by its program: its path when it was first published.

    Raises:
        ProofError: `RENAMED` names a program that is not there, or one id twice.
    """
    try:
        renamed = tomllib.loads((project.root / RENAMED).read_text("utf-8"))["renamed"]
    except FileNotFoundError:
        renamed = {}
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise ProofError(RENAMED, 1, words.RENAMED_BROKEN.format(error)) from None
    found = {path: path.removesuffix(".py") for path in project.snippets()}
    for path, old in renamed.items():
        if path not in found:
            raise ProofError(RENAMED, 1, words.RENAMED_GONE.format(path))
        found[path] = old
    twice = {one for one in found.values() if [*found.values()].count(one) > 1}
    if twice:
        raise ProofError(RENAMED, 1, words.RENAMED_TWICE.format(", ".join(twice)))
    return found
