"""asyncio.timeout around a TaskGroup cancels each task, waits for it, then raises."""

import asyncio

said = []


async def work(name):
    try:
        await asyncio.Event().wait()  # never set
    finally:
        await asyncio.sleep(0)  # cleaning up may await
        said.append(f"{name} has cleaned up")


async def main():
    try:
        async with asyncio.timeout(0.1), asyncio.TaskGroup() as group:
            group.create_task(work("Ann"))
            group.create_task(work("Bob"))
    except TimeoutError as error:
        said.append(repr(error))
    print(*said, sep="\n")
    assert set(said[:2]) == {"Ann has cleaned up", "Bob has cleaned up"}
    assert said[2:] == ["TimeoutError()"]
    assert asyncio.all_tasks() == {asyncio.current_task()}


asyncio.run(main())
