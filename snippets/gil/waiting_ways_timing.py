# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# quiet = true
# platform = "linux"
# limit = 30
# ///
"""Twenty waits overlap in threads as in asyncio; processes need more CPU time."""

import asyncio
import multiprocessing
import resource
import threading
import time

COUNT, WAIT = 20, 0.04
fork = multiprocessing.get_context("fork")


def in_turn():
    for _ in range(COUNT):
        time.sleep(WAIT)


def at_once(kind):
    several = [kind(target=time.sleep, args=[WAIT]) for _ in range(COUNT)]
    for one in several:
        one.start()
    for one in several:
        one.join()


def in_asyncio():
    async def all_of_them():
        await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(COUNT)))

    asyncio.run(all_of_them())


def cpu_time():
    """CPU time of this process and of the children that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


WAYS = {
    "one after the other": in_turn,
    "asyncio": in_asyncio,
    "threads": lambda: at_once(threading.Thread),
    "processes": lambda: at_once(fork.Process),
}
if __name__ == "__main__":
    took, cpu = {}, {}
    for name, way in WAYS.items():
        began, cpu_began = time.perf_counter(), cpu_time()
        way()
        took[name] = time.perf_counter() - began
        cpu[name] = cpu_time() - cpu_began
        print(f"{name}: {took[name] * 1000:.0f} ms")
        print(f"CPU time, {name}: {cpu[name] * 1000:.1f} ms")
    assert took["threads"] < took["one after the other"] / 2
    assert took["asyncio"] < took["one after the other"] / 2
    assert cpu["processes"] > 2 * cpu["threads"]
