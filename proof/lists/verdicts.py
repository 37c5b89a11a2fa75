"""Whether programs held on interpreters, of runs that are there: none is made."""

import hashlib
import json
from collections.abc import Iterator

from proof import words
from proof.errors import ProofError
from proof.lists.programs import Program
from proof.programs import interpreters
from proof.programs.snippet import Snippet
from proof.runs import choice, recordings
from proof.runs.plan import Plan
from proof.show.drawn import artist
from proof.show.page import Site

Verdicts = dict[tuple[str, str], str]  # a word, by program and interpreter


def of(site: Site, programs: list[Program], names: tuple[str, ...]) -> Verdicts:
    """Say for each program and interpreter whether the program's claim held there.

    Runs are long, so that what they say is kept, by what tells one from another.

    Args:
        site: Whose runs and recordings.
        programs: Those that are asked for.
        names: Of interpreters, such as ``"3.14t"``.
    """
    known = {
        (one.path, name): (one.read, name, list(_plans(one.read, name)))
        for one in programs
        if one.read
        for name in names
    }
    marks = {
        " ".join(key): [_mark(site, *about), about[0].digest]
        for key, about in known.items()
    }
    text = json.dumps([artist(), marks], sort_keys=True)
    key = hashlib.sha256(text.encode()).hexdigest()
    if found := site.drawn.get(key):
        kept = json.loads(found)
    else:
        kept = {" ".join(key): _verdict(site, *about) for key, about in known.items()}
        site.drawn.put(key, json.dumps(kept))
    return {key: kept[" ".join(key)] for key in known}


def _plans(one: Snippet, name: str) -> Iterator[Plan]:
    """The runs of a program on an interpreter, if that is here and may run it."""
    here = interpreters.find(name)
    if here and choice.fits(one, here):
        try:
            yield from choice.plans_on(one, here)
        except ProofError:  # it lacks a package
            return


def _mark(site: Site, one: Snippet, name: str, plans: list[Plan]) -> list[str]:
    """What changes when the verdict may change."""
    files = [recordings.path(site.project, one, name, args) for args in one.args]
    kept = [
        f"{s.st_size} {s.st_mtime_ns}" for s in (f.stat() for f in files if f.exists())
    ]
    return [*(_run(site, plan) for plan in plans), "recordings", *kept]


def _run(site: Site, plan: Plan) -> str:
    if result := site.results.known.get(plan.key):
        return words.HELD_FAILED if result.errors else words.HELD
    return site.results.stamp(plan)


def _verdict(site: Site, one: Snippet, name: str, plans: list[Plan]) -> str:
    if not _applies(one, name):
        return words.HELD_NOWHERE
    results = [site.results.get(plan) for plan in plans]
    if any(result and result.errors for result in results):
        return words.HELD_FAILED
    if results and all(results):
        return words.HELD
    try:
        kept = [recordings.read(site.project, one, name, args) for args in one.args]
    except ProofError:  # told by whoever keeps them
        return words.HELD_UNKNOWN
    return words.HELD_RECORDED if all(kept) else words.HELD_UNKNOWN


def _applies(one: Snippet, name: str) -> bool:
    here = interpreters.find(name)
    version = here.version if here else f"{name.removesuffix('t')}.99"
    return version in one.requires_python
