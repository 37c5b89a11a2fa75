"""The runs of other machines, below the store: a union, in whatever order they came.

``worlds/cards/`` has a file for each machine, and ``worlds/`` a folder for each text of
a program, with a file for each run of it. Both are named by what they hold, so what
comes twice is there once; a program that changes leaves its runs behind.
"""

import contextlib
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proof.project import Project
from proof.runs.run import Run
from proof.runs.store import write
from proof.shape import fits
from proof.worlds import card as cards
from proof.worlds.card import MachineCard

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
            How many of them were not there before.

        Raises:
            OSError: The store cannot be written to.
        """
        name = cards.digest(machine)
        card = self.folder / CARDS / f"{name}.json"
        if not card.exists():
            write(card, json.dumps(machine, sort_keys=True).encode())
        new = 0
        for run in runs:
            text = run.to_json()
            held = hashlib.sha256(f"{name} {text}".encode()).hexdigest()
            file = self._of(run.origin["snippet"]) / f"{held[:32]}.run"
            if not file.exists():
                new += 1
                write(file, zlib.compress(f"{name}\n{text}".encode(), 6))
        return new

    def machines(self) -> dict[str, MachineCard]:
        """Every machine by its digest; a card that cannot be read is none."""
        found = {}
        for file in sorted((self.folder / CARDS).glob("*.json")):
            with contextlib.suppress(OSError, ValueError):
                card = json.loads(file.read_text("utf-8"))
                if fits(card, MachineCard):
                    found[file.stem] = card
        return found

    def of(self, digest: str, machines: dict[str, MachineCard]) -> Iterator[World]:
        """Every run of a program's present text, in no order.

        Args:
            digest: `proof.programs.snippet.Snippet.digest`.
            machines: What `machines` returned.
        """
        for file in self._of(digest).glob("*.run"):
            with contextlib.suppress(OSError, ValueError, zlib.error):
                text = zlib.decompress(file.read_bytes()).decode()
                name, _, run = text.partition("\n")
                if name in machines:
                    yield World(machines[name], Run.from_json(run))

    def _of(self, digest: str) -> Path:
        # Of a file that somebody else wrote, so it need not be the digest of anything.
        return self.folder / hashlib.sha256(digest.encode()).hexdigest()[:32]
