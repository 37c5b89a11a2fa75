"""Wrapped into a future of asyncio, the same future can be awaited in the loop."""

import asyncio


async def add(a, b):
    await asyncio.sleep(0.05)
    return a + b


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
    print("waiting for the sum")
    total = await asyncio.wrap_future(future)
    print("the sum is", total)
    assert total == 5


asyncio.run(main())
