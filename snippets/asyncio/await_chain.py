"""get_stack shows a waiting task's outermost line; cr_await leads to the others."""

import asyncio


async def ask_kitchen():
    await asyncio.sleep(60)


async def take_order():
    await ask_kitchen()


async def serve():
    await take_order()


def awaits_of(coroutine):
    """Follow the chain of awaits from a task's coroutine to where it stands."""
    while getattr(coroutine, "cr_frame", None):
        yield coroutine.__name__, coroutine.cr_frame.f_lineno
        coroutine = coroutine.cr_await


async def main():
    task = asyncio.create_task(serve(), name="table 4")
    await asyncio.sleep(0.05)
    print("tasks:", *sorted(task.get_name() for task in asyncio.all_tasks()))
    stack = [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()]
    chain = list(awaits_of(task.get_coro()))
    print("get_stack:", *stack)
    print("cr_await: ", *chain)
    assert [name for name, _ in stack] == ["serve"]
    names = [name for name, _ in chain]
    assert names == ["serve", "take_order", "ask_kitchen", "sleep"]


asyncio.run(main())
