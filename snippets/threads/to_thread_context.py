"""asyncio.to_thread runs its function in a copy of the caller's context."""

import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")


def work():
    before = user.get()
    user.set("Bob")
    return before, user.get(), threading.current_thread()


async def main():
    user.set("Ann")
    before, after, thread = await asyncio.to_thread(work)
    print("the task has set Ann; in the thread:", before)
    print("the thread sets and reads:          ", after)
    print("the task reads afterwards:          ", user.get())
    assert thread is not threading.current_thread()
    assert (before, after) == ("Ann", "Bob")
    assert user.get() == "Ann"


if __name__ == "__main__":
    asyncio.run(main())
