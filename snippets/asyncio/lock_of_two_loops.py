"""A free asyncio.Lock lets in tasks of any loop; waiting in two loops is an error."""

import asyncio

lock = asyncio.Lock()


async def take():
    try:
        async with lock:
            return "taken"
    except RuntimeError as error:
        return f"{type(error).__name__}: {str(error).rpartition('> ')[2]}"


async def main():
    free = await asyncio.to_thread(asyncio.run, take())
    print("free, in another loop:", free)
    assert free == "taken"

    async with lock:
        waiter = asyncio.create_task(take(), name="waiter")
        await asyncio.sleep(0)  # it waits for the lock, in this loop
        held = await asyncio.to_thread(asyncio.run, take())
    print("held, in another loop:", held)
    assert held == "RuntimeError: is bound to a different event loop"

    print("held, in this loop:   ", await waiter)
    assert waiter.result() == "taken"


asyncio.run(main())
