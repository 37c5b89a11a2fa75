"""Which packages an interpreter has: those that a snippet names, and what they need."""

import os
from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from packaging.markers import Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from proof import words
from proof.errors import ProofError
from proof.programs import asking
from proof.programs.interpreter import Interpreter
from proof.shape import fits

# Asked of an interpreter. A folder's time changes with what is installed in it.
PROBE = """
import importlib.metadata as m, json, os, sys
found = {}
for one in m.distributions():
    try:
        about = {"version": one.version, "needs": one.requires or []}
        found.setdefault(one.metadata["Name"], about)
    except Exception:
        continue  # what an installation that was broken off has left
there = lambda path: os.stat(path).st_mtime_ns if os.path.exists(path) else 0
folders = {path: there(path) for path in sys.path if path.endswith("-packages")}
found.pop(None, None)
print(json.dumps({"folders": folders, "packages": found}))
"""


class Package(TypedDict):
    """One package that is installed; ``needs`` holds requirements as it states them."""

    version: str
    needs: list[str]


class Answer(TypedDict):
    """All packages of an interpreter, and when the folders that hold them changed."""

    folders: dict[str, int]
    packages: dict[str, Package]


def missing(
    interpreter: Interpreter, requirements: tuple[Requirement, ...]
) -> list[Requirement]:
    """Say which requirements an interpreter does not meet; see `versions`."""
    have = versions(interpreter, requirements)

    def met(wanted: Requirement) -> bool:
        version = have.get(canonicalize_name(wanted.name))
        return version is not None and wanted.specifier.contains(version, True)

    return [
        wanted
        for wanted in requirements
        if _applies(wanted.marker, interpreter, frozenset()) and not met(wanted)
    ]


@cache
def versions(
    interpreter: Interpreter, requirements: tuple[Requirement, ...]
) -> dict[str, str]:
    """Find packages, and all that they need in their turn.

    Returns:
        Versions by normalised name; a package that is not there is missing.

    Raises:
        ProofError: The interpreter does not say which packages it has.
    """
    if not requirements:
        return {}
    have = _installed(interpreter)
    found: dict[str, str] = {}
    waiting = [(one, frozenset()) for one in requirements]
    seen = set()
    while waiting:
        wanted, extras = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in have or not _applies(wanted.marker, interpreter, extras):
            continue
        found[name] = have[name]["version"]
        if (name, frozenset(wanted.extras)) not in seen:
            seen.add((name, frozenset(wanted.extras)))
            needs = _readable(have[name]["needs"])
            waiting += [(one, frozenset(wanted.extras)) for one in needs]
    return dict(sorted(found.items()))


def _readable(lines: list[str]) -> Iterable[Requirement]:
    for line in lines:
        try:
            yield Requirement(line)
        except InvalidRequirement:
            continue  # of a package older than the standard


def _applies(
    marker: Marker | None, interpreter: Interpreter, extras: frozenset[str]
) -> bool:
    """Whether a requirement is one on this interpreter, for one of the extras."""
    about = {
        "python_version": interpreter.name.removesuffix("t"),
        "python_full_version": interpreter.version,
        "implementation_name": interpreter.implementation.lower(),
        "implementation_version": interpreter.version,
        "platform_python_implementation": interpreter.implementation,
    }
    return marker is None or any(
        marker.evaluate(about | {"extra": extra}) for extra in extras or ("",)
    )


@cache
def _installed(interpreter: Interpreter) -> dict[str, Package]:
    known = asking.recall("packages")
    answer = known.get(interpreter.executable)
    if not fits(answer, Answer) or not _current(answer["folders"]):
        try:
            answer = asking.ask(interpreter.executable, PROBE)
            if not fits(answer, Answer):
                raise ValueError(asking.GARBAGE)
        except ValueError as error:
            text = words.NO_PACKAGES.format(error)
            raise ProofError(interpreter.executable, 1, text) from None
        asking.keep("packages", known | {interpreter.executable: answer})
    return {canonicalize_name(name): p for name, p in answer["packages"].items()}


def _current(folders: dict[str, int]) -> bool:
    """Whether nothing was installed or removed since."""
    return all(
        (os.stat(path).st_mtime_ns if os.path.exists(path) else 0) == then
        for path, then in folders.items()
    )
