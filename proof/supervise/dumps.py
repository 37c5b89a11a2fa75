"""Where every process of a run stands when its time is up, in its own words.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from proof.supervise import containment, procfs
from proof.supervise.containment import LINUX
from proof.supervise.streams import Streams

TOGETHER = 2.0  # seconds that all processes of a run may take to say where they stand
ALONE = 1.0  # seconds that one of them may take


@dataclass(frozen=True)
class Standing:
    """A process that was stopped.

    Attributes:
        about: What `procfs.describe` said of it before any of the run was stopped.
        began: See `procfs.began`.
    """

    about: dict
    began: int

    @property
    def pid(self) -> int:
        return self.about["pid"]

    def there(self) -> bool:
        """Whether the number is still that of this process, and it has not ended."""
        if not LINUX:
            return True
        return procfs.began(self.pid) == self.began and bool(procfs.describe(self.pid))


def take(
    stopped: list[Standing], streams: Streams, shorten: Callable[[bytes], bytes]
) -> list[dict]:
    """Have every process dump its stacks, one by one, while the rest stands still.

    A process that gets SIGABRT and SIGCONT while it is stopped handles the first
    before anything else, so each dump shows where the hang was. Each may take its share
    of the time that is left for all: most need hundredths of a second of it, and one
    that does not end gives no more than what it has said by then.

    Args:
        stopped: See `stop`.
        streams: Where the dumps come from: they are taken out of standard error.
        shorten: See `proof.supervise.paths.Paths.printed`.

    Returns:
        What was said of each in `Standing.about`, and its ``text``.
    """
    dumps = []
    until = time.monotonic() + TOGETHER
    for number, one in enumerate(stopped):
        if not one.there():
            continue
        streams.read_errors()
        before = len(streams.stderr.data)
        if not (LINUX and procfs.ignores(one.pid, signal.SIGABRT)):
            share = (until - time.monotonic()) / (len(stopped) - number)
            _hear(one, streams, min(share, ALONE))
            if one.there():  # or it would speak while others are asked
                containment.send(one.pid, signal.SIGSTOP)
            streams.read_errors()
        text = bytes(streams.stderr.data[before:])
        del streams.stderr.data[before:]
        dumps.append({**one.about, "text": shorten(text).decode(errors="replace")})
    return dumps


def _hear(one: Standing, streams: Streams, seconds: float) -> None:
    """Have one process speak, until it has ended or so many seconds are over."""
    containment.send(one.pid, signal.SIGABRT)
    containment.send(one.pid, signal.SIGCONT)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and one.there():
        time.sleep(0.002)
        streams.read_errors()


def stop(main: int) -> tuple[list[Standing], set[int]]:
    """Stop every process of a run, once it is known what each was doing.

    Args:
        main: Its main process, which is all that is known elsewhere than on Linux.

    Returns:
        The processes, and the shared memory that they have.
    """
    shared: set[int] = set()
    pids = sorted(procfs.descendants(os.getpid())) if LINUX else [main]
    # First all of them: what is done to one wakes others, such as its parent.
    seen = [one for pid in pids if (one := _look(pid))]
    for pid in pids:
        containment.send(pid, signal.SIGSTOP)
        shared |= procfs.shared_memory(pid)
    return seen, shared


def _look(pid: int) -> Standing | None:
    if not LINUX:
        return Standing({"pid": pid, "command": ""}, began=0)
    about = procfs.describe(pid)
    return Standing(about, procfs.began(pid)) if about else None
