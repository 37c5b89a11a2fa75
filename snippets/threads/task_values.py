"""Tasks of one event loop share a threading.local; a ContextVar differs in each."""

import asyncio
import contextvars
import threading

local = threading.local()
variable = contextvars.ContextVar("variable")


async def serve(name, both_have_set):
    local.name = name
    variable.set(name)
    await both_have_set.wait()
    return {"local": local.name, "ContextVar": variable.get()}


async def main():
    both_have_set = asyncio.Event()
    ann = asyncio.create_task(serve("Ann", both_have_set))
    bob = asyncio.create_task(serve("Bob", both_have_set))
    await asyncio.sleep(0)  # both tasks run up to their wait
    both_have_set.set()
    for task, name in (ann, "Ann"), (bob, "Bob"):
        seen = await task
        print(f"{name}'s task reads {seen}")
        assert seen == {"local": "Bob", "ContextVar": name}


if __name__ == "__main__":
    asyncio.run(main())
