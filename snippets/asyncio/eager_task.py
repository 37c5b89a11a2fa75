# /// script
# requires-python = ">=3.12"
# dependencies = []
# ///
"""With the eager factory, create_task runs a task up to its first wait by itself."""

import asyncio

steps = []


async def job():
    steps.append("the task begins")
    await asyncio.sleep(0)
    steps.append("the task ends")


async def main(kind):
    steps.append(f"{kind}:")
    task = asyncio.create_task(job())
    steps.append("create_task has returned")
    await task


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await main("eager")


asyncio.run(main("as usual"))
asyncio.run(eager())
print(*steps, sep="\n")
begin, created = "the task begins", "create_task has returned"
assert steps[:3] == ["as usual:", created, begin]
assert steps[4:7] == ["eager:", begin, created]
