"""run_in_executor takes a pool of yours, but does not pass the task's context on."""

import asyncio
import contextvars
import functools
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")


def greet(*, word):
    return f"{word}, {user.get()}, from {threading.current_thread().name}"


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        await loop.run_in_executor(pool, int)  # this starts the pool's thread
        user.set("Ann")
        call = functools.partial(greet, word="Hello")  # for keyword arguments
        plain = await loop.run_in_executor(pool, call)
        print("run_in_executor:         ", plain)
        context = contextvars.copy_context()
        copied = await loop.run_in_executor(pool, context.run, call)
        print("with a copy of context:  ", copied)
    helped = await asyncio.to_thread(greet, word="Hello")
    print("to_thread:               ", helped)
    assert plain == "Hello, nobody, from mine_0"
    assert copied == "Hello, Ann, from mine_0"
    assert helped.startswith("Hello, Ann, from asyncio_")


asyncio.run(main())
