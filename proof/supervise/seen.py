"""What is seen of a run's processes and threads while they are sampled.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
from dataclasses import dataclass, field


@dataclass
class Thread:
    """One thread while it is sampled; ``letters`` has one entry for each tick."""

    id: int
    files: list[int]
    first: int
    name: str = ""
    letters: list[str] = field(default_factory=list)
    schedstat: bytes = b""
    spent: tuple[int, int] = (0, 0)
    unsure: int = 0

    def close(self) -> None:
        for descriptor in self.files:
            os.close(descriptor)
        self.files = []

    def seen(self) -> dict:
        """Describe it, ready for JSON; see `proof.supervise.sampler.Sampler.trace`."""
        return {
            "tid": self.id,
            "name": self.name,
            "first": self.first,
            "states": _run_lengths(self.letters),
            "cpu": round(self.spent[0] / 1e9, 6),
            "ready": round(self.spent[1] / 1e9, 6),
        }


@dataclass
class Process:
    """One process while it is sampled."""

    id: int
    tasks: int
    first: int
    threads: dict[int, Thread] = field(default_factory=dict)
    past: list[Thread] = field(default_factory=list)
    parents: list[tuple[int, int]] = field(default_factory=list)
    status: int | None = None
    command: str = ""
    last: int | None = None

    def seen(self) -> dict:
        """Describe it, ready for JSON; see `proof.supervise.sampler.Sampler.trace`."""
        threads = in_order([*self.past, *self.threads.values()])
        return {
            "pid": self.id,
            "command": self.command,
            "first": self.first,
            "last": self.last,
            "parents": self.parents,
            "status": self.status,
            "threads": [thread.seen() for thread in threads],
        }


def in_order(met: list[Thread] | list[Process]) -> list:
    """Threads or processes as they were met; at one tick, by their ids."""
    return sorted(met, key=lambda one: (one.first, one.id))


def _run_lengths(letters: list[str]) -> str:
    parts: list[str] = []
    start = 0
    for i in range(1, len(letters) + 1):
        if i == len(letters) or letters[i] != letters[start]:
            parts.append(f"{letters[start]}{i - start}")
            start = i
    return "".join(parts)
