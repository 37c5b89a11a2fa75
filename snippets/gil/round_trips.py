# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# args = [["thread"], ["process"]]
# pythons = ["3.14", "3.14t"]
# ///
"""With a GIL, an exchange in which another thread computes lasts a switch interval."""

import multiprocessing
import os
import statistics
import subprocess
import sys
import threading
import time

INTERVAL = sys.getswitchinterval()


def compute(running, rounds):
    while running.value:
        rounds.value += 1


def exchange(echo, rounds):
    """Send messages and read the answers; return how long each exchange took."""
    alone, beside = [], []  # beside: the neighbour has computed meanwhile
    end = time.perf_counter() + 0.3
    while time.perf_counter() < end or not (beside or not running.value):
        before, began = rounds.value, time.perf_counter()
        os.write(echo.stdin.fileno(), b"a message")
        os.read(echo.stdout.fileno(), 100)
        times = beside if rounds.value > before else alone
        times.append(time.perf_counter() - began)
    return alone, beside


def milliseconds(times):
    return f"{statistics.median(times) * 1000:.3f} ms"


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    kind = {"thread": threading.Thread, "process": fork.Process}[sys.argv[1]]
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    hinders = has_gil and sys.argv[1] == "thread"
    running, rounds = fork.RawValue("b", True), fork.RawValue("q", 0)
    neighbour = kind(target=compute, args=[running, rounds], name="compute")
    neighbour.start()
    pipe = subprocess.PIPE
    with subprocess.Popen(["cat"], stdin=pipe, stdout=pipe) as echo:
        some, beside = exchange(echo, rounds)
        while not hinders and min(beside) > INTERVAL / 5:
            beside = exchange(echo, rounds)[1]
        running.value = False
        neighbour.join()
        alone, _ = exchange(echo, rounds)

    print(f"{len(alone):6} messages alone, typically", milliseconds(alone))
    print(f"{len(some + beside):6} beside a computing {sys.argv[1]};", end=" ")
    print("if it computed meanwhile, typically", milliseconds(beside))
    assert min(alone) < INTERVAL / 5
    if hinders:
        assert min(beside) > 0.9 * INTERVAL
