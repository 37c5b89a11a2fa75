"""Reading without running: the machine, the interpreters and the runs of an export.

Where ``PROOF_RUNS`` names an export, or a folder with some, the site is built as on the
machine of that export, and no program is run: for a system on which the engine does not
run, and for whoever changes prose alone. Labs are executed as ever, of these runs.
"""

import contextlib
import logging
import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from proof import project, words
from proof.errors import ProofError
from proof.programs import interpreters, snippet
from proof.programs.interpreter import Interpreter
from proof.runs import bundle
from proof.runs.bundle import SUFFIX, Absent, Bundle
from proof.runs.card import MachineCard
from proof.runs.run import Run

log = logging.getLogger("proof.adopted")  # a strict build stands all the same
VARIABLE = "PROOF_RUNS"
Key = tuple[str, tuple[str, ...], str]  # digest of the program, arguments, interpreter


@dataclass(frozen=True)
class Adopted:
    """What stands in for this machine.

    Attributes:
        file: The export.
        machine: Where its runs were made.
        builder: The interpreter that built there.
        interpreters: All that runs were made on.
        runs: By program, arguments and interpreter.
        absent: What that machine could not run; see `Bundle`.
    """

    file: str
    machine: MachineCard
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
        file, told = f"snippets/{path}", self.absent.get(path, {})
        if not told and digest not in self._digests:
            return {"": ProofError(file, 1, words.NOT_IN_EXPORT.format(self.file))}
        return {name: ProofError(file, *error) for name, error in told.items()}

    @cached_property
    def _digests(self) -> set[str]:
        return {digest for digest, *_ in self.runs}


def adopted() -> Adopted | None:
    """What stands in for this machine; None where programs are run.

    Raises:
        ProofError: What ``PROOF_RUNS`` names cannot be used.
    """
    place = os.environ.get(VARIABLE)
    if not place:
        return None
    found = _read(place)
    if isinstance(found, ProofError):
        raise found
    return found


@cache
def _read(place: str) -> Adopted | ProofError:
    """The export, or why there is none: either is found out once."""
    where = Path(place)
    files = sorted(where.rglob(f"*{SUFFIX}")) if where.is_dir() else [where]
    best: Adopted | None = None
    wrong = ProofError(place, 1, words.NO_EXPORTS)
    present = _present() if len(files) > 1 else set()
    most = -1
    for file in files:
        try:
            held = bundle.read(file)
            found = _of(str(file), held)
        except ProofError as error:
            wrong = error
            log.warning("%s", error)
            continue
        for error in held.left_out:
            log.warning("%s", error)
        # Of several that of the machine that ran most of what is here.
        number = sum(digest in present for digest, *_ in found.runs)
        if number > most:
            best, most = found, number
    return best or wrong


def _present() -> set[str]:
    """The digests of the programs that are here."""
    here, found = project.here(), set()
    for path in here.snippets():
        with contextlib.suppress(ProofError):  # said on its page
            found.add(snippet.read(here.root, path).digest)
    return found


def _of(file: str, held: Bundle) -> Adopted:
    """What a file has for a build.

    Raises:
        ProofError: It has none.
    """
    found: dict[str, Interpreter] = {}
    runs: dict[Key, Run] = {}
    for run in held.runs:
        one = _interpreter(run)
        if one == found.setdefault(one.name, one):  # no other release of the minor
            runs[run.origin["snippet"], tuple(run.origin["args"]), one.name] = run
    if not found:
        raise ProofError(file, 1, words.NO_BUILDER)
    every = sorted(found.values(), key=interpreters.order)
    # Runs of chosen interpreters alone have no builder: the newest stands in for it.
    default = [one for one in every if not one.threaded] or every
    builder = found.get(held.builder, default[-1])
    return Adopted(file, held.machine, builder, every, runs, held.absent)


def _interpreter(run: Run) -> Interpreter:
    """The interpreter of a run, which is not here: it has no path."""
    about = run.origin["interpreter"]
    return Interpreter(
        executable="",
        implementation=about["implementation"],
        version=about["version"],
        threaded=about["threaded"],
        gil=about["gil"],
        build=about["build"],
        library="",
        system=str(run.origin["machine"].get("library", "")),
    )


def _interpreters() -> tuple[Interpreter, list[Interpreter]] | None:
    held = adopted()
    return (held.builder, held.interpreters) if held else None


interpreters.stand_in(_interpreters)
