# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A process costs far more to start and to keep than a thread, not to switch to."""

import multiprocessing
import os
import threading
import time
from pathlib import Path


def private_memory():
    """Return how many KiB of memory this process shares with nobody."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def echo(pipe):
    pipe.send((time.process_time(), private_memory()))
    while byte := pipe.recv_bytes():
        pipe.send_bytes(byte)


def measure(kind, times):
    """Return a start's CPU time, a byte's time to and fro, and the memory in KiB."""
    starts, trips, sizes = [], [], []
    for _ in range(times):
        here, there = multiprocessing.Pipe()
        memory, begin = private_memory(), time.process_time()
        worker = kind(target=echo, args=(there,), daemon=True)
        worker.start()
        cpu_time_inside, memory_inside = here.recv()
        if kind is threading.Thread:  # one clock and one memory for both
            starts.append(cpu_time_inside - begin)
            sizes.append(memory_inside - memory)
        else:
            starts.append(time.process_time() - begin + cpu_time_inside)
            sizes.append(memory_inside)
        for _ in range(20):
            begin = time.perf_counter()
            for _ in range(20):
                here.send_bytes(b"!")
                here.recv_bytes()
            trips.append((time.perf_counter() - begin) / 20)
        here.send_bytes(b"")
        worker.join()
    return min(starts), min(trips), max(min(sizes), 1)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for everybody
    start, trip, size = measure(threading.Thread, 20)
    print(f"thread, start: {start * 1e3:.3f} ms")
    print(f"thread, byte to and fro: {trip * 1e6:.1f} us")
    print("thread, memory of its own:", size, "KiB")
    for method in ("fork", "forkserver", "spawn"):
        its = measure(multiprocessing.get_context(method).Process, 4)
        print(f"{method} / thread, start: {its[0] / start:.1f} times")
        print(f"{method} / thread, byte to and fro: {its[1] / trip:.2f} times")
        print(f"{method}, memory of its own:", its[2], "KiB")
        assert its[0] > 3 * start and its[2] > 3 * size
        assert its[1] < 3 * trip
