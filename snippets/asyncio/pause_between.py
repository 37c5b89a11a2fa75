# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "races"
# ///
"""An await between read and write loses nine of ten updates, in a single thread."""

import asyncio

COUNT = 10
balance = 0


async def one():
    await asyncio.sleep(0)  # somewhere a message comes in
    return 1


async def read_await_write():
    global balance
    seen = balance
    amount = await one()
    balance = seen + amount  # wrong: what was read is out of date


async def plus_await():
    global balance
    balance += await one()  # wrong: reads the balance before it waits


async def await_first():
    global balance
    amount = await one()
    balance += amount


async def total_of(deposit):
    global balance
    balance = 0
    await asyncio.gather(*(deposit() for _ in range(COUNT)))
    print(f"{COUNT} times {deposit.__name__}: {balance}")
    return balance


async def main():
    assert await total_of(read_await_write) == 1
    assert await total_of(plus_await) == 1
    assert await total_of(await_first) == COUNT


asyncio.run(main())
