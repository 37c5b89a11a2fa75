# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# pythons = ["3.14", "3.14t"]
# ///
"""Two loops in two threads wait for each other when they compute; without a GIL not."""

import asyncio
import resource
import statistics
import sys
import threading

ROUNDS = 3
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
found, waits, loops = {}, {}, set()


async def compute(name):
    """Count in ten steps; after each, other tasks of this loop have a turn."""
    count = 0
    for step in range(10):
        for number in range(step * 100_000, (step + 1) * 100_000):
            if number % 10 and number % (number % 10) == 0:
                count += 1
        await asyncio.sleep(0)
    found[name] = count


async def main(both_ready):
    name = threading.current_thread().name
    loops.add(asyncio.get_running_loop())
    both_ready.wait()
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    await compute(name)
    # Voluntary context switches: how often this thread has gone to sleep.
    waits[name] = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before


def run_both():
    """Return how often the threads of the two loops had to wait, fewer times first."""
    both_ready = threading.Barrier(2)
    threads = [
        threading.Thread(target=asyncio.run, args=[main(both_ready)], name=name)
        for name in ("loop A", "loop B")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(waits.values())


run_both()  # to warm up
rounds = [run_both() for _ in range(ROUNDS)]
print("the GIL is", "on" if has_gil else "off")
print("how often the loops' threads had to wait, in each round:", *rounds)
fewer, more = zip(*rounds, strict=True)
assert len(loops) >= 2 and len(set(found.values())) == 1
assert statistics.median(fewer) >= 8 if has_gil else max(more) < 8
