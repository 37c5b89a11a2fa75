"""``proof compile``: every claim in every place, as data that others can build on.

The data set, *python-concurrency-compat*, is one JSON file with a schema of its own,
and the same as CSV. A claim keeps its id when its program is renamed; see `ids`.
"""

import argparse
import csv
import io
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from proof import words
from proof.errors import ProofError
from proof.programs import snippet
from proof.programs.snippet import Snippet
from proof.project import Project
from proof.runs import recordings
from proof.runs.run import Run
from proof.runs.store import Store
from proof.worlds import evidence
from proof.worlds.evidence import Evidence, Place
from proof.worlds.kept import Kept

NAME, VERSION = "python-concurrency-compat", "1.0"
SCHEMA = Path(__file__).with_name("schema.json")
RENAMED = "claims.toml"
COLUMNS = (
    "id",
    "interpreter",
    "system",
    "architecture",
    "verdict",
    "since",
    "runs",
    "proved",
)


@dataclass
class Claim:
    """A program's claim and all that is known of it.

    Attributes:
        id: Under which it is published, whatever its program is called now.
        found: What its runs say.
    """

    id: str
    snippet: Snippet
    pages: list[str]
    found: list[Evidence] = field(default_factory=list)


def compile_all(
    project: Project, console: Console, options: argparse.Namespace, args: tuple
) -> int:
    """Write the data set, and name what contradicts itself; nothing is run."""
    claims, problems = read(project)
    files = {
        "json": _json(claims),
        "csv": _csv(claims),
        "schema.json": SCHEMA.read_text(),
    }
    options.folder.mkdir(parents=True, exist_ok=True)
    for suffix, text in files.items():
        (options.folder / f"{NAME}.{suffix}").write_text(text, "utf-8")
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
    console.print(words.compiled(options.folder, len(claims), len(places(claims))))
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


def places(claims: list[Claim]) -> list[Place]:
    """Every place in which any program was run, in order."""
    return sorted({one.place for claim in claims for one in claim.found})


def _rows(claims: list[Claim]) -> Iterator[dict]:
    every = places(claims)
    for claim in claims:
        since = evidence.since(claim.snippet, claim.found)
        for place in every:
            there = [one for one in claim.found if one.place == place]
            yield {
                "id": claim.id,
                "interpreter": place.interpreter,
                "system": place.system,
                "architecture": place.architecture,
                "verdict": str(evidence.verdict(claim.snippet, place, there)),
                "since": since,
                "runs": len(there),
                "proved": max((one.date for one in there if one.holds), default=""),
            }


def _json(claims: list[Claim]) -> str:
    about = [
        {
            "id": claim.id,
            "claim": claim.snippet.claim,
            "program": f"snippets/{claim.snippet.path}",
            "pages": claim.pages,
            "requires_python": str(claim.snippet.requires_python),
            "platform": claim.snippet.platform or "",
            "proved": max((one.date for one in claim.found if one.holds), default=""),
        }
        for claim in claims
    ]
    held = {
        "name": NAME,
        "version": VERSION,
        "license": "CC0-1.0",
        "claims": about,
        "verdicts": list(_rows(claims)),
    }
    return json.dumps(held, indent=1) + "\n"


def _csv(claims: list[Claim]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(_rows(claims))
    return text.getvalue()
