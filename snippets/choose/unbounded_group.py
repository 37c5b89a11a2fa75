"""A TaskGroup begins all its tasks at once; a semaphore lets in as many as you say."""

import asyncio

TASKS, PLACES = 500, 5
running = most = 0


async def job():
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.01)
    running -= 1


async def with_place(places):
    async with places:
        await job()


async def main():
    global most
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job()) for _ in range(TASKS)]
    print(f"{TASKS} tasks in a group: {most} at once")
    assert most == TASKS
    assert all(task.done() for task in tasks)  # the end of the block has waited

    most, places = 0, asyncio.Semaphore(PLACES)
    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS // 10):
            group.create_task(with_place(places))
    print(f"with a semaphore of {PLACES}: {most} at once")
    assert most == PLACES


asyncio.run(main())
