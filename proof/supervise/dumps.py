"""Where every process of a run stands when its time is up, in its own words.

Imported by the supervisors, so by the standard library's light modules alone.
"""

import os
import signal
import time
from collections.abc import Callable

from proof.supervise import containment, procfs
from proof.supervise.containment import LINUX
from proof.supervise.streams import Streams

TOGETHER = 2.0  # seconds that all processes of a run may take to say where they stand
ALONE = 1.0  # seconds that one of them may take


def take(
    pids: dict[int, int], streams: Streams, shorten: Callable[[bytes], bytes]
) -> list[dict]:
    """Have every process dump its stacks, one by one, while the rest stands still.

    A process that gets SIGABRT and SIGCONT while it is stopped handles the first
    before anything else, so each dump shows where the hang was. Each may take its share
    of the time that is left for all: most need hundredths of a second of it, and one
    that does not end gives no more than what it has said by then.

    Args:
        pids: The processes, stopped, and when each began; see `stop`.
        streams: Where the dumps come from: they are taken out of standard error.
        shorten: See `proof.supervise.paths.Paths.printed`.

    Returns:
        What `procfs.describe` says of each, and its ``text``.
    """
    dumps = []
    until = time.monotonic() + TOGETHER
    for number, (pid, began) in enumerate(pids.items()):
        about = procfs.describe(pid) if LINUX else {"pid": pid, "command": ""}
        if not about or not _same(pid, began):
            continue
        streams.read_errors()
        before = len(streams.stderr.data)
        if not (LINUX and procfs.ignores(pid, signal.SIGABRT)):
            share = (until - time.monotonic()) / (len(pids) - number)
            _hear(pid, streams, min(share, ALONE))
            if _same(pid, began):  # or it would speak while others are asked
                containment.send(pid, signal.SIGSTOP)
            streams.read_errors()
        text = bytes(streams.stderr.data[before:])
        del streams.stderr.data[before:]
        dumps.append({**about, "text": shorten(text).decode(errors="replace")})
    return dumps


def _hear(pid: int, streams: Streams, seconds: float) -> None:
    """Have one process speak, until it has ended or so many seconds are over."""
    containment.send(pid, signal.SIGABRT)
    containment.send(pid, signal.SIGCONT)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and (not LINUX or procfs.describe(pid)):
        time.sleep(0.002)
        streams.read_errors()


def _same(pid: int, began: int) -> bool:
    """Whether a number is still that of the process which was stopped."""
    return not LINUX or procfs.began(pid) == began


def stop(main: int) -> tuple[dict[int, int], set[int]]:
    """Stop every process of a run.

    Args:
        main: Its main process, which is all that is known elsewhere than on Linux.

    Returns:
        The processes and when each began, and the shared memory that they have.
    """
    shared: set[int] = set()
    pids = sorted(procfs.descendants(os.getpid())) if LINUX else [main]
    for pid in pids:
        containment.send(pid, signal.SIGSTOP)
        shared |= procfs.shared_memory(pid)
    return {pid: procfs.began(pid) if LINUX else 0 for pid in pids}, shared
