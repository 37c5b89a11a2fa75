# /// script
# requires-python = ">=3.13"
# dependencies = []
# ///
"""Since 3.13 "async for" over as_completed gives the tasks themselves."""

import asyncio


async def brew(kind, before):
    if before:
        await before.wait()
    return f"{kind} is ready"


async def main():
    first = asyncio.Event()
    names = []
    async with asyncio.TaskGroup() as group:
        tasks = {
            group.create_task(brew("coffee", first)): "coffee",
            group.create_task(brew("tea", None)): "tea",
        }
        async for task in asyncio.as_completed(tasks):
            names.append(tasks[task])  # known by the task, as in a dictionary
            print(f"{tasks[task]}:", await task)
            first.set()
    assert names == ["tea", "coffee"]


asyncio.run(main())
