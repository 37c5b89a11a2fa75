# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# limit = 30
# ///
"""A thousand waits in asyncio need less CPU time than a thousand waiting threads."""

import asyncio
import threading
import time
from collections import deque
from statistics import median

COUNT, WAIT = 1000, 0.1


def in_threads():
    threads = [threading.Thread(target=time.sleep, args=[WAIT]) for _ in range(COUNT)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def all_of_them():
    await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(COUNT)))


WAYS = {"threads": in_threads, "asyncio": lambda: asyncio.run(all_of_them())}
times, order = {name: [] for name in WAYS}, deque(WAYS)
for _ in range(4):
    order.rotate()  # in turns: the other one comes first
    for name in order:
        began = time.process_time()
        WAYS[name]()
        times[name].append(time.process_time() - began)

cpu = {name: median(times[name][1:]) for name in WAYS}  # without the warm-up
for name in WAYS:
    print(f"CPU time for {COUNT} waits, {name}: {cpu[name] * 1000:.0f} ms")
print(f"threads / asyncio: {cpu['threads'] / cpu['asyncio']:.1f} times")
assert cpu["threads"] > 2 * cpu["asyncio"]
