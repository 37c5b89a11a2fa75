"""Processes that do nothing but compute, so that others have to share the CPUs."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

# It ends by itself soon after whoever started it, however that one ended.
COMPUTE = """
import os, sys
while os.getppid() == int(sys.argv[1]):
    sum(range(100_000))
"""


@contextlib.contextmanager
def load(number: int) -> Iterator[None]:
    """Keep CPUs busy for as long as the block lasts.

    Args:
        number: How many processes compute.
    """
    command = [sys.executable, "-I", "-S", "-c", COMPUTE, str(os.getpid())]
    started: list[subprocess.Popen] = []
    try:
        for _ in range(number):
            started.append(
                subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,  # or Ctrl-C would end it first
                )
            )
        yield
    finally:
        for one in started:
            one.kill()
            one.wait()
