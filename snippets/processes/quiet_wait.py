# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.14", "3.15"]
# ///
"""Since 3.15 wait(timeout) sleeps until the child ends, and no longer polls."""

import os
import resource
import select
import subprocess
import sys


def pauses():
    """Return how often this thread has gone to sleep."""
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw


def wait_with_pidfd(child):
    pidfd = os.pidfd_open(child.pid)
    ready, _, _ = select.select([pidfd], [], [])
    assert ready == [pidfd]
    os.close(pidfd)
    assert child.poll() is not None  # the process has ended


def wait_with_timeout(child):
    child.wait(timeout=60)


counts = {}
for wait in (wait_with_pidfd, wait_with_timeout):
    child = subprocess.Popen(["sleep", "0.4"])
    before = pauses()
    wait(child)
    counts[wait] = pauses() - before
    print(f"{wait.__name__}: this thread slept {counts[wait]} times")
    assert child.returncode == 0

assert counts[wait_with_pidfd] < 5
assert (counts[wait_with_timeout] < 5) == (sys.version_info >= (3, 15))
