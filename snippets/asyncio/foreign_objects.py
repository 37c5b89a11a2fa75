"""What belongs to one loop cannot be awaited in another, on any build."""

import asyncio


async def wait_for(objects):
    for name, wait in objects.items():
        try:
            await wait()
        except RuntimeError as error:
            errors.append(str(error))
            print(f"  {name:8} RuntimeError, …", errors[-1][-32:])
        else:
            raise AssertionError(f"{name} was awaited in another loop")


async def itself(task):
    return await task


async def main():
    event, items, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    waits = {"Event": event.wait, "Queue": items.get, "Lock": lock.acquire}
    tasks = [asyncio.create_task(wait(), name=name) for name, wait in waits.items()]
    await asyncio.sleep(0)  # now each object is in use in this loop
    print("awaited in the loop of another thread:")
    other = {**waits, "Task": lambda: itself(tasks[0])}
    await asyncio.to_thread(asyncio.run, wait_for(other))

    assert len(errors) == 4
    assert all("different" in error and "loop" in error for error in errors)
    event.set(), items.put_nowait("item"), lock.release()
    await asyncio.gather(*tasks)
    print("awaited in their own loop: all of them end")


errors = []
asyncio.run(main())
