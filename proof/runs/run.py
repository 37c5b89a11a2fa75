"""A run: what happened when a program was executed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from proof.programs import signals
from proof.runs.answer import Dump, Left, Lines, Origin, Sample, Trace
from proof.shape import fits

# The share of a run's wall time that others may use of one CPU, the host included, and
# that a thread may be ready for reasons outside the run.
DISTURBED = 0.05
SHARES = ("load", "delay")
# What a sample says in place of its run; the rest is of its surroundings.
OWN = ("status", "reached", "wall", "cpu", "stdout", "stderr", "left")
UNCONTAINED = "uncontained"  # the engine of a run that `proof.runs.uncontained` made


@dataclass(frozen=True)
class Run:
    """What happened; the fields from ``status`` on are `supervisor`'s answer.

    Attributes:
        origin: See `Plan.origin`.
        command: The command line.
        label: What a reader calls the interpreter.
        date: When it began, ISO 8601 in UTC.
        status: How the main process ended; see `proof.programs.signals.ending`.
        reached: The limit that ended it: ``time`` or one of ``words.LIMITS``, or None.
        wall: Seconds until the main process had ended.
        cpu: Seconds of CPU time, of all processes; None where nobody looked.
        peak_rss: Bytes of memory that the largest process had resident, or None.
        stdout: Pairs: seconds since the start, text of a line.
        stderr: Likewise.
        left: Processes that outlived the main one and were ended.
        dumps: What each process said when it was aborted at the time limit.
        trace: States of all threads over time, or None.
        samples: Every run that was made, the first included: ``status``, ``reached``,
            ``wall``, ``cpu``, ``stdout``, ``stderr``, ``left``; ``load``, the number of
            CPUs that others used meanwhile, or None; ``delay``, the share of the time
            that its first thread was ready for reasons outside the run; and ``remade``,
            of how many that others had disturbed it has taken the place.
    """

    origin: Origin
    command: str
    label: str
    date: str
    status: int | None
    reached: str | None
    wall: float
    cpu: float | None
    peak_rss: int | None
    stdout: Lines
    stderr: Lines
    left: list[Left]
    dumps: list[Dump]
    trace: Trace | None
    samples: list[Sample]

    def to_json(self) -> str:
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return json.dumps(values, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Run":
        """Read what `to_json` wrote.

        Raises:
            ValueError: The text is no run of this format.
        """
        try:
            values = json.loads(text, parse_constant=_refuse)
            if not fits(values, cls) or not values["samples"]:
                raise ValueError("not a run of this version's shape")
            run = cls(**values)
            # No run has ended in a way that cannot be named.
            _ = [one.outcome for one in (run, *run.each())]
        except (TypeError, OverflowError, RecursionError) as error:
            raise ValueError(f"not a run: {error}") from None
        return run

    def each(self) -> Iterator["Run"]:
        """Every run that was made, as one of its own."""
        for sample in self.samples:
            values = {key: sample[key] for key in OWN if key in sample}
            yield replace(self, **values, samples=[sample])

    @property
    def uncontained(self) -> bool:
        """Whether it was made without containment, and nobody watched it."""
        return self.origin.get("engine") == UNCONTAINED

    @property
    def disturbed(self) -> int:
        """How many of the samples had to share the machine with other programs."""
        return sum(map(is_disturbed, self.samples))

    @property
    def remade(self) -> int:
        """How many samples were made again because others had disturbed them."""
        return sum(one.get("remade", 0) for one in self.samples)

    @property
    def disturbed_trace(self) -> bool:
        """Whether the run that was traced had to."""
        return self.trace is not None and is_disturbed(self.trace)

    @property
    def outcome(self) -> int | str:
        """An exit code, a signal's name, or the limit that was reached."""
        if self.reached == "time":
            return "hang"
        if self.reached:
            return self.reached
        system = self.origin.get("machine", {}).get("system", "")
        return signals.ending(self.status, system)


def is_disturbed(sample: dict) -> bool:
    """Whether one run, as `samples` or `trace` describes it, is no measurement.

    Older recordings lack some of the shares; None is one that nobody knows.
    """
    shares = [sample.get(share, 0.0) for share in SHARES]
    return any(share is None or share > DISTURBED for share in shares)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
