# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A process costs far more to start and keep than a thread; a byte to it does not."""

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


def measure(kind):
    """Return a start's CPU time, a byte's time to and fro, and the memory in KiB."""
    here, there = multiprocessing.Pipe()
    memory, begin = private_memory(), time.process_time()
    worker = kind(target=echo, args=(there,), daemon=True)
    worker.start()
    cpu_time, own_memory = here.recv()
    shared = kind is threading.Thread  # one clock and one memory for both
    cpu_time += (0 if shared else time.process_time()) - begin
    own_memory -= memory if shared else 0
    trips = []
    for _ in range(400):
        begin = time.perf_counter()
        here.send_bytes(b"!")
        here.recv_bytes()
        trips.append(time.perf_counter() - begin)
    here.send_bytes(b"")
    worker.join()
    return cpu_time, min(trips), max(own_memory, 1)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for everybody
    methods, kinds = ("fork", "forkserver", "spawn"), {"thread": threading.Thread}
    kinds |= {name: multiprocessing.get_context(name).Process for name in methods}
    rounds = {name: [] for name in kinds}
    for name in [*kinds, *reversed(kinds)] * 3:  # in turns; the first round warms up
        rounds[name].append(measure(kinds[name]))
    least = {n: list(map(min, zip(*rounds[n][1:], strict=True))) for n in kinds}
    start, trip, size = least.pop("thread")
    print(f"thread, start: {start * 1e3:.3f} ms")
    print(f"thread, byte to and fro: {trip * 1e6:.1f} us")
    print("thread, memory of its own:", size, "KiB")
    for name, its in least.items():
        print(f"{name} / thread, start: {its[0] / start:.1f} times")
        print(f"{name} / thread, byte to and fro: {its[1] / trip:.2f} times")
        print(f"{name} / thread, memory of its own: {its[2] / size:.0f} times")
        assert its[0] > 3 * start and its[1] < 3 * trip and its[2] > 3 * size
