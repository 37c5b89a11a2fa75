# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""On one CPU, a byte's trip takes about as long between processes as threads."""

import multiprocessing
import os
import threading
import time
from collections import deque

TRIPS = 20
fork = multiprocessing.get_context("fork")


def answer(source, target):
    while (byte := os.read(source, 1)) != b".":
        os.write(target, byte)


def start(kind):
    """Start a partner; return it, and where to write to it and to read from it."""
    (to_read, to_write), (back_read, back_write) = os.pipe(), os.pipe()
    partner = kind(target=answer, args=[to_read, back_write])
    partner.start()
    return partner, to_write, back_read


def trip(writer, reader):
    """Return how long a byte takes to and fro, in seconds, on average."""
    began = time.perf_counter()
    for _ in range(TRIPS):
        os.write(writer, b"x")
        os.read(reader, 1)
    return (time.perf_counter() - began) / TRIPS


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # so that all must switch
    partners = {"processes": start(fork.Process), "threads": start(threading.Thread)}
    times, order = {name: [] for name in partners}, deque(partners)
    for _ in range(401):
        order.rotate()  # in turns: the other one comes first
        for name in order:
            times[name].append(trip(*partners[name][1:]))
    for partner, writer, _ in partners.values():
        os.write(writer, b".")
        partner.join()

    least = {name: min(times[name][1:]) for name in times}  # without the warm-up
    for name, seconds in least.items():
        print(f"to and fro between {name}: {seconds * 1e6:.1f} us")
    ratio = least["processes"] / least["threads"]
    print(f"processes / threads: {ratio:.2f} times")
    assert 1 / 3 < ratio < 3
