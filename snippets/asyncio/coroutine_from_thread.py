"""A thread can hand the loop a coroutine and wait for its result or exception."""

import asyncio
import concurrent.futures
import threading

main_thread = threading.current_thread()


async def add(a, b):
    assert threading.current_thread() is main_thread
    await asyncio.sleep(0.05)
    return a + b


def work(loop):
    assert threading.current_thread() is not main_thread
    future = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
    assert isinstance(future, concurrent.futures.Future)
    print("the thread has a future, and waits for it")
    print("the first:", future.result())  # blocks this thread only

    future = asyncio.run_coroutine_threadsafe(add(2, "3"), loop)
    print("the second:", repr(future.exception()))
    assert isinstance(future.exception(), TypeError)


async def main():
    await asyncio.to_thread(work, asyncio.get_running_loop())


asyncio.run(main())
