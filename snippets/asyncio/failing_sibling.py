"""When one task fails, gather leaves the others running; a TaskGroup cancels them."""

import asyncio

log = []


async def fails():
    raise ValueError("no such account")


async def sibling(go_on):
    try:
        await go_on.wait()
        log.append("sibling ends")
    except asyncio.CancelledError:
        log.append("sibling is cancelled")
        raise


async def with_gather(go_on):
    await asyncio.gather(sibling(go_on), fails())


async def with_task_group(go_on):
    async with asyncio.TaskGroup() as group:
        group.create_task(sibling(go_on))
        group.create_task(fails())


async def main(way):
    log.clear()
    go_on = asyncio.Event()
    try:
        await way(go_on)
    except* ValueError:
        log.append("main has the error")
    go_on.set()
    await asyncio.sleep(0)
    print(f"{way.__name__:16}", ", ".join(log))
    return list(log)


assert asyncio.run(main(with_gather)) == ["main has the error", "sibling ends"]
assert asyncio.run(main(with_task_group)) == [
    "sibling is cancelled",
    "main has the error",
]
