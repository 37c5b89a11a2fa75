"""A run: what happened when a program was executed."""

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace

from proof.supervise.request import DISTURBED


@dataclass(frozen=True)
class Run:
    """What happened; the fields from ``status`` on are `supervisor`'s answer.

    Attributes:
        origin: See `Plan.origin`.
        command: The command line.
        label: What a reader calls the interpreter.
        date: When it began, ISO 8601 in UTC.
        status: How the main process ended, as wait(2) gives it.
        reached: The limit that ended it: one of ``time``, ``output``, ``processes`` and
            ``storm``, or None.
        wall: Seconds until the main process had ended.
        cpu: Seconds of CPU time, of all processes.
        peak_rss: Bytes of memory that the largest process had resident.
        stdout: Pairs: seconds since the start, text of a line.
        stderr: Likewise.
        left: Processes that outlived the main one and were ended.
        dumps: What each process said when it was aborted at the time limit.
        trace: States of all threads over time, or None.
        samples: Every run that was made, the first included: ``status``, ``reached``,
            ``wall``, ``cpu``, ``stdout``, ``stderr``, ``left``, and ``load``, the
            number of CPUs that others used meanwhile.
    """

    origin: dict
    command: str
    label: str
    date: str
    status: int | None
    reached: str | None
    wall: float
    cpu: float
    peak_rss: int
    stdout: list[tuple[float, str]]
    stderr: list[tuple[float, str]]
    left: list[dict]
    dumps: list[dict]
    trace: dict | None
    samples: list[dict]

    def to_json(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Run":
        """Read what `to_json` wrote.

        Raises:
            ValueError: The text is no run of this format.
        """
        values = json.loads(text)
        if not isinstance(values, dict) or {f.name for f in fields(cls)} != set(values):
            raise ValueError("not a stored run")
        return cls(**values)

    def each(self) -> Iterator["Run"]:
        """Every run that was made, as one of its own."""
        for sample in self.samples:
            values = {key: value for key, value in sample.items() if key != "load"}
            yield replace(self, **values, samples=[sample])

    @property
    def disturbed(self) -> int:
        """How many of the samples had to share the machine with other programs."""
        return sum(sample["load"] > DISTURBED for sample in self.samples)

    @property
    def outcome(self) -> int | str:
        """An exit code, a signal's name, or the limit that was reached."""
        if self.reached == "time":
            return "hang"
        if self.reached:
            return self.reached
        code = os.waitstatus_to_exitcode(self.status)
        return code if code >= 0 else signal_name(-code)


def signal_name(number: int) -> str:
    """``"SIGTERM"``, ``"SIGRTMIN+3"``; only the first and last of those have a name."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIGRTMIN{number - signal.SIGRTMIN:+d}"
