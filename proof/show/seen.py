"""What was seen of a run: processes, their threads, and when each did what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stretch:
    """A time, in seconds, during which a thread stayed in one state."""

    state: str
    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


@dataclass(frozen=True)
class Lane:
    """One thread: ``stretches`` follow each other without a gap."""

    tid: int
    name: str
    stretches: list[Stretch]
    cpu: float

    def seconds(self, state: str) -> float:
        """How long it was in one state."""
        return sum(one.seconds for one in self.stretches if one.state == state)

    @property
    def start(self) -> float:
        return self.stretches[0].start

    @property
    def end(self) -> float:
        return self.stretches[-1].end


@dataclass(frozen=True)
class Process:
    """One process.

    Attributes:
        pid: Its id.
        name: What the picture calls it.
        lanes: Its threads, the main thread first.
        parents: Pairs: since when, and the parent's id.
        ending: An exit code, a signal's name, or None where it is not known.
        ended: Whether it ended by itself.
        start: When it was first seen.
        end: When it was last seen.
    """

    pid: int
    name: str
    lanes: list[Lane]
    parents: list[tuple[float, int]]
    ending: int | str | None
    ended: bool
    start: float
    end: float

    @property
    def ended_at(self) -> float:
        """When it ended: before it was a zombie, if it was seen as one."""
        zombies = self.stretches("zombie")
        return zombies[0].start if zombies else self.end

    def stretches(self, state: str) -> list[Stretch]:
        """When its main thread was in one state."""
        return [one for one in self.lanes[0].stretches if one.state == state]


@dataclass(frozen=True)
class Timeline:
    """All that was seen of a run, and when its lines of output came.

    Attributes:
        load: How many CPUs others used meanwhile.
        delayed: Whether its first thread was kept from a CPU by others.
    """

    processes: list[Process]
    duration: float
    interval: float
    lines: list[tuple[float, str]]
    cores: int
    load: float
    delayed: bool

    def find(self, pid: int) -> Process | None:
        """The process of an id; the latest, should an id have come again."""
        found = [process for process in self.processes if process.pid == pid]
        return found[-1] if found else None

    def busy(self) -> list[tuple[float, int]]:
        """How many threads ran, as steps: since when, and how many.

        More than there are CPUs cannot run at once: where more were seen between two
        samples, they took turns.
        """
        return self.threads("running", most=self.cores)

    def threads(self, *states: str, most: int | None = None) -> list[tuple[float, int]]:
        """How many threads were in one of some states, as steps.

        Args:
            states: Which count.
            most: What more than that counts as.
        """
        changes: dict[float, int] = {0.0: 0}
        for process in self.processes:
            for lane in process.lanes:
                for one in lane.stretches:
                    if one.state in states:
                        changes[one.start] = changes.get(one.start, 0) + 1
                        changes[one.end] = changes.get(one.end, 0) - 1
        steps: list[tuple[float, int]] = []
        number = 0
        for when in sorted(changes):
            number += changes[when]
            counted = number if most is None else min(number, most)
            if not steps or steps[-1][1] != counted:
                steps.append((when, counted))
        return steps
