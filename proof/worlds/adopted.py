"""Reading without running: the machine, the interpreters and the runs of an export.

Where ``PROOF_RUNS`` names an export, or a folder with some, the site is built as on the
machine of that export, and no program is run: for a system on which the engine does not
run, and for whoever changes prose alone.
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from packaging.version import InvalidVersion, Version

from proof import words
from proof.errors import ProofError
from proof.programs.interpreter import Interpreter
from proof.runs.run import Run
from proof.worlds import bundle
from proof.worlds.bundle import Absent, Bundle

VARIABLE = "PROOF_RUNS"
Key = tuple[str, tuple[str, ...], str]  # digest of the program, arguments, interpreter


@dataclass(frozen=True)
class Adopted:
    """What stands in for this machine.

    Attributes:
        file: The export.
        builder: The interpreter that built there.
        interpreters: All that runs were made on.
        runs: By program, arguments and interpreter.
        absent: What that machine could not run; see `Bundle`.
    """

    file: str
    builder: Interpreter
    interpreters: list[Interpreter]
    runs: dict[Key, Run]
    absent: Absent

    def lacks(self, path: str, digest: str) -> dict[str, ProofError]:
        """What cannot be shown of a program, by interpreter, or by "" for all.

        Args:
            path: Of the program.
            digest: Of its present text.
        """
        told = self.absent.get(path, {})
        file = f"snippets/{path}"
        if not told and not any(held == digest for held, *_ in self.runs):
            return {"": ProofError(file, 1, words.NOT_IN_EXPORT.format(self.file))}
        return {name: ProofError(file, *error) for name, error in told.items()}


def adopted() -> Adopted | None:
    """What stands in for this machine; None where programs are run.

    Raises:
        ProofError: What ``PROOF_RUNS`` names cannot be used.
    """
    place = os.environ.get(VARIABLE)
    return _read(place) if place else None


@cache
def _read(place: str) -> Adopted:
    where = Path(place)
    files = sorted(where.rglob(f"*{bundle.SUFFIX}")) if where.is_dir() else [where]
    if not files:
        raise ProofError(place, 1, words.NO_EXPORTS)
    held = {str(file): bundle.read(file) for file in files}
    # Of several that of the machine that ran most.
    file = max(held, key=lambda name: (len(held[name].runs), name))
    return _of(file, held[file])


def _of(file: str, held: Bundle) -> Adopted:
    found: dict[str, Interpreter] = {}
    runs: dict[Key, Run] = {}
    for run in held.runs:
        if one := interpreter(run):
            found.setdefault(one.name, one)
            args = tuple(map(str, run.origin.get("args", ())))
            runs[run.origin["snippet"], args, one.name] = run
    if held.builder not in found:
        raise ProofError(file, 1, words.NO_BUILDER.format(held.builder or "?"))
    every = [*found.values()]
    return Adopted(file, found[held.builder], every, runs, held.absent)


def interpreter(run: Run) -> Interpreter | None:
    """The interpreter of a run, as far as the run describes it."""
    about = run.origin.get("interpreter")
    try:
        version = str(Version(about["version"]))
        return Interpreter(
            executable="",
            implementation=str(about["implementation"]),
            version=version,
            threaded=bool(about["threaded"]),
            gil=bool(about["gil"]),
            build=str(about["build"]),
            library="",
            system=str(run.origin["machine"].get("library", "")),
        )
    except (InvalidVersion, KeyError, TypeError):
        return None
