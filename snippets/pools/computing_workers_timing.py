# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""Two workers do a sum faster than one; no number beats CPU time divided by CPUs."""

import multiprocessing
import os
import time
from collections import deque
from pathlib import Path
from statistics import median

CPUS = min(8, len(os.sched_getaffinity(0)))
SIZES = sorted({1, 2, CPUS, CPUS + 1, 4 * CPUS})
TOTAL, PARTS = 1_200_000, 24


def part(number):
    """Add up one part; return the sum, its CPU time, and that and its time ready."""
    cpu, lacked, total = time.process_time(), ready(), 0
    for value in range(number, TOTAL, PARTS):
        total += value
    cpu = time.process_time() - cpu
    return total, cpu, cpu + ready() - lacked


def ready():
    """Return for how long this thread was ready and lacked a CPU."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9


def measure(workers):
    """Return how long the sum takes, its CPU time, and how many CPUs it wants."""
    barrier = multiprocessing.Barrier(workers + 1)
    with multiprocessing.Pool(workers, barrier.wait) as pool:
        barrier.wait()  # every worker is there
        began = time.perf_counter()
        results = list(pool.imap(part, range(PARTS)))
        took = time.perf_counter() - began
    sums, used, wanted = zip(*results, strict=True)
    assert sum(sums) == TOTAL * (TOTAL - 1) // 2
    return took, sum(used), sum(wanted) / took


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # many workers, quickly
    rounds, order, least, cpu = {size: [] for size in SIZES}, deque(SIZES), {}, {}
    for turn in range(40):
        order.rotate()  # in turns, another size first each time
        for size in order:
            rounds[size].append(measure(size))
        gain = min(rounds[1][1:], default=(1,))[0] / min(rounds[2][1:], default=(1,))[0]
        if turn > 6 and gain > 1.25:  # else other programs got in between: look again
            break
    for size in SIZES:  # the first round has warmed up
        took, used, wanted = zip(*rounds[size][1:], strict=True)
        least[size], cpu[size] = min(took), min(used)
        print(f"pool of {size}: {least[size] * 1e3:.1f} ms")
        print(f"CPUs that it uses or wants: {median(wanted):.1f}")
        assert size == 1 or median(wanted) > 1.25
        # By the CPU time of one worker: more workers do not need less.
        assert least[size] > 0.8 * cpu[1] / len(os.sched_getaffinity(0))
        assert cpu[size] > 0.8 * cpu[1]
    print(f"pool of 1 / pool of 2: {gain:.2f} times")
    ratio = least[CPUS] / least[CPUS + 1]
    print(f"pool of {CPUS} / pool of {CPUS + 1}: {ratio:.2f} times")
    # There is no gain if other programs leave no CPU for the second worker.
    assert gain > 1.25 or CPUS == 1 or cpu[2] < 1.25 * least[2]
