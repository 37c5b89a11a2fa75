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
import sys
import threading

has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
found, waits = {}, {}


async def compute(name):
    """Count in ten steps; after each, other tasks of this loop have a turn."""
    count = 0
    for step in range(10):
        for number in range(step * 100_000, (step + 1) * 100_000):
            if number % 10 and number % (number % 10) == 0:
                count += 1
        await asyncio.sleep(0)
    found[name] = count


async def main():
    name = threading.current_thread().name
    loops.add(asyncio.get_running_loop())
    both_ready.wait()
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    await compute(name)
    # Voluntary context switches: how often this thread has gone to sleep.
    waits[name] = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw - before


def run_both():
    threads = [
        threading.Thread(target=asyncio.run, args=[main()], name=name)
        for name in ("loop A", "loop B")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


loops = set()
both_ready = threading.Barrier(2)
run_both()
while has_gil and min(waits.values()) < 8:  # one was done before the other had a CPU
    run_both()
print("the GIL is", "on" if has_gil else "off")
print("how often the loops' threads had to wait:", *waits.values())
assert len(loops) >= 2 and len(set(found.values())) == 1
assert has_gil or max(waits.values()) < 8
