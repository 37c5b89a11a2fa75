"""The runs of other machines, below the store: a union, in whatever order they came.

``worlds/cards/`` has a file for each machine, and ``worlds/`` a folder for each text of
a program, with a file for each run of it. Who vouches is kept with each run, for a card
can be copied. Both are named by what they hold, so what comes twice is there once; a
program that changes leaves its runs behind for a while.
"""

import contextlib
import hashlib
import json
import shutil
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proof.project import Project
from proof.runs import card as cards
from proof.runs import sound
from proof.runs.card import MachineCard
from proof.runs.run import Run
from proof.runs.store import UNUSED, write

FOLDER, CARDS = "worlds", "cards"


@dataclass(frozen=True)
class World:
    """A run of another machine."""

    machine: MachineCard
    run: Run


class Kept:
    """What was imported into a project.

    Args:
        project: Whose store has it.
    """

    def __init__(self, project: Project) -> None:
        self.folder = project.store / FOLDER

    def add(self, machine: MachineCard, runs: list[Run]) -> int:
        """Keep the runs of a machine.

        Returns:
            How many of them were not there before, or not whole.

        Raises:
            OSError: The store cannot be written to.
        """
        name, vouched = cards.digest(machine), machine.get("attested", "")
        bare = {key: value for key, value in machine.items() if key != "attested"}
        head = f"{name} {vouched}"
        files = [(self._file(head, run), run) for run in runs]
        new = [(file, run) for file, run in files if _run(file, {name: bare}) != run]
        card = self.folder / CARDS / f"{name}.json"
        if runs and _card(card) != bare:
            write(card, json.dumps(bare, sort_keys=True).encode())
        for file, run in new:
            text = f"{head}\n{run.to_json()}"
            write(file, zlib.compress(text.encode(), 6))
        return len(new)

    def machines(self) -> dict[str, MachineCard]:
        """Every machine by its digest; a card that cannot be read is none."""
        files = sorted((self.folder / CARDS).glob("*.json"))
        read = {file.stem: _card(file) for file in files}
        return {name: card for name, card in read.items() if card}

    def of(self, digest: str, machines: dict[str, MachineCard]) -> Iterator[World]:
        """Every run of a program's present text, in the order of their files.

        Args:
            digest: `proof.programs.snippet.Snippet.digest`.
            machines: What `machines` returned.
        """
        for file in sorted(self._of(digest).glob("*.run")):
            if found := _world(file, machines):
                yield found

    def prune(self, present: Iterable[str]) -> None:
        """Remove runs of texts that no program has had for long.

        Args:
            present: The digests of those that programs have now.
        """
        needed = {self._of(digest) for digest in present} | {self.folder / CARDS}
        for place in set(self.folder.glob("*")) - needed:
            with contextlib.suppress(OSError):  # another import may have removed it
                if time.time() - place.stat().st_mtime > UNUSED:
                    shutil.rmtree(place, ignore_errors=True)

    def _of(self, digest: str) -> Path:
        # Of a file that somebody else wrote, so it need not be the digest of anything.
        return self.folder / hashlib.sha256(digest.encode()).hexdigest()[:32]

    def _file(self, head: str, run: Run) -> Path:
        text = f"{head} {run.to_json()}"
        name = hashlib.sha256(text.encode()).hexdigest()[:32]
        return self._of(run.origin["snippet"]) / f"{name}.run"


def _card(file: Path) -> MachineCard | None:
    try:
        return cards.checked(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return None


def _world(file: Path, machines: dict[str, MachineCard]) -> World | None:
    """What a file holds; None where it cannot be read, or is of no machine."""
    try:
        head, _, text = zlib.decompress(file.read_bytes()).decode().partition("\n")
        name, _, vouched = head.partition(" ")
        machine = machines[name] | ({"attested": vouched} if vouched else {})
        run = Run.from_json(text)
        sound.check(run, cards.checked(machine))
    except (OSError, ValueError, KeyError, RecursionError, zlib.error):
        return None
    return World(machine, run)


def _run(file: Path, machines: dict[str, MachineCard]) -> Run | None:
    found = _world(file, machines)
    return found and found.run
