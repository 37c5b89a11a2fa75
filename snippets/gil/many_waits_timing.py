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

COUNT, WAIT = 1000, 0.2


def in_threads():
    threads = [threading.Thread(target=time.sleep, args=[WAIT]) for _ in range(COUNT)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def in_asyncio():
    async def all_of_them():
        await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(COUNT)))

    asyncio.run(all_of_them())


cpu = {}
for name, way in {"threads": in_threads, "asyncio": in_asyncio}.items():
    times = []
    for _ in range(2):
        began = time.process_time()
        way()
        times.append(time.process_time() - began)
    cpu[name] = min(times)
    print(f"CPU time for {COUNT} waits, {name}: {cpu[name] * 1000:.0f} ms")
print(f"threads / asyncio: {cpu['threads'] / cpu['asyncio']:.1f} times")
assert cpu["threads"] > 2 * cpu["asyncio"]
