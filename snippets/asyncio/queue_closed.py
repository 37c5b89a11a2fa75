# /// script
# requires-python = ">=3.13"
# dependencies = []
# ///
"""shutdown() of an asyncio.Queue ends every consumer once the items are gone."""

import asyncio

taken = []


async def consume(queue):
    try:
        while True:
            taken.append(await queue.get())
    except asyncio.QueueShutDown:
        return "ended"


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        consumers = [group.create_task(consume(queue)) for _ in range(3)]
        for item in range(5):
            queue.put_nowait(item)
        queue.shutdown()
        try:
            queue.put_nowait("late")
        except asyncio.QueueShutDown:
            print("put after shutdown: refused")
        else:
            raise AssertionError("it took an item after shutdown")
    print("taken:", *taken)
    print("consumers:", *[task.result() for task in consumers])
    assert taken == [0, 1, 2, 3, 4]
    assert [task.result() for task in consumers] == ["ended"] * 3


asyncio.run(main())
