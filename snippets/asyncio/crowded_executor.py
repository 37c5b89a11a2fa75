"""When each thread of the default executor is busy, even an address lookup waits."""

import asyncio
import os
import threading

cpus = getattr(os, "process_cpu_count", os.cpu_count)() or 1
SIZE = min(32, cpus + 4)
started = []
may_end = threading.Event()


def slow_call(number):
    started.append(number)
    may_end.wait()


async def main():
    calls = [asyncio.to_thread(slow_call, number) for number in range(40)]
    all_calls = asyncio.gather(*calls)
    while len(started) < SIZE:
        await asyncio.sleep(0.005)
    loop = asyncio.get_running_loop()
    lookup = asyncio.create_task(loop.getaddrinfo("127.0.0.1", 80))
    await asyncio.sleep(0.1)
    print(f"{cpus} CPUs, calls begun of 40: {len(started)}")
    print("lookup done:", lookup.done())
    assert len(started) == SIZE and not lookup.done()

    may_end.set()
    await all_calls
    await lookup
    print("after the end of the slow calls:", len(started), "calls and the lookup done")


asyncio.run(main())
