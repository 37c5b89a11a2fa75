# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "TimeoutError"
# wrong = "deadlocks"
# ///
"""result() in the loop's own thread waits for a coroutine that can then not run."""

import asyncio


async def add(a, b):
    await asyncio.sleep(0.05)
    return a + b


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
    print("waiting for the sum")
    total = future.result(0.5)  # wrong: blocks the loop
    print("the sum is", total)
    assert total == 5


asyncio.run(main())
