# /// script
# requires-python = ">=3.15"
# dependencies = []
# ///
"""cancel() of a TaskGroup ends its tasks, and its block is left without an error."""

import asyncio


async def search(place, found):
    if place != "kitchen":
        await asyncio.sleep(60)
    found.append(place)


async def main():
    found = []
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(search(place, found), name=place)
            for place in ("attic", "kitchen", "garden")
        ]
        await tasks[1]
        group.cancel()
    print("found in:", *found)
    print("given up:", *[task.get_name() for task in tasks if task.cancelled()])
    assert found == ["kitchen"]
    assert [task.cancelled() for task in tasks] == [True, False, True]


asyncio.run(main())
