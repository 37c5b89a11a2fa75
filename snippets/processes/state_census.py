# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A thread that looks at its own state sees R, whatever it did a moment before."""

import contextlib
import time
from collections import Counter
from pathlib import Path

WORDS = {
    "R": "running or ready",
    "S": "waiting",
    "D": "waiting, not to be interrupted",
    "I": "idle, a thread of the kernel's own",
    "T": "stopped",
    "t": "stopped by a tracer",
    "Z": "zombie",
    "X": "about to vanish",
    "P": "parked, a thread of the kernel's own",
}


def state(directory):
    return (directory / "stat").read_text().rpartition(") ")[2][0]


def states():
    """Yield the state of every thread that this process can see."""
    for task in Path("/proc").glob("[0-9]*/task/[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            yield state(task)  # unless it has ended meanwhile


for letter, count in Counter(states()).most_common():
    print(f"{count:5} {letter} {WORDS[letter]}")

time.sleep(0.1)
assert state(Path("/proc/self")) == "R"
assert state(Path("/proc/thread-self")) == "R"
