# /// script
# requires-python = ">=3.12"
# dependencies = []
# [tool.proof]
# wrong = "races"
# ///
"""With eager tasks an update is lost, though no await is between read and write."""

import asyncio

balance = 0


async def deposit(amount):
    global balance
    balance += amount


async def deposit_and_tell():
    global balance
    seen = balance
    task = asyncio.create_task(deposit(1))  # wrong: an eager task runs right here
    balance = seen + 10
    await task


async def main(factory):
    global balance
    balance = 0
    asyncio.get_running_loop().set_task_factory(factory)
    await deposit_and_tell()
    return balance


usual = asyncio.run(main(None))
print("1 and 10, usual tasks:", usual)
eager = asyncio.run(main(asyncio.eager_task_factory))
print("1 and 10, eager tasks:", eager)
assert (usual, eager) == (11, 10)
