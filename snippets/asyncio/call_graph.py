# /// script
# requires-python = ">=3.14"
# dependencies = []
# ///
"""asyncio.print_call_graph shows a task's awaits, and which task waits for it."""

import asyncio


async def ask_kitchen():
    await ready.wait()


async def take_order():
    await ask_kitchen()


async def serve(tables):
    async with asyncio.TaskGroup() as group:
        for table in tables:
            group.create_task(take_order(), name=f"table {table}")


async def main():
    waiter = asyncio.create_task(serve([4, 7]), name="waiter")
    await asyncio.sleep(0.05)
    tasks = {task.get_name(): task for task in asyncio.all_tasks()}
    asyncio.print_call_graph(tasks["table 7"])
    report = asyncio.format_call_graph(tasks["table 7"])
    parts = ["ask_kitchen", "take_order", "Awaited by", "'waiter'", "serve"]
    places = [report.index(part) for part in parts]
    assert places == sorted(places)
    ready.set()
    await waiter


ready = asyncio.Event()
asyncio.run(main())
