"""A thread of to_thread has no running loop, and its exception comes to the await."""

import asyncio
import threading
import traceback


def work():
    workers.append(threading.current_thread())
    return asyncio.get_running_loop()


async def main():
    loop = asyncio.get_running_loop()
    print("in a coroutine, there is a loop:", loop.is_running())
    try:
        await asyncio.to_thread(work)
    except RuntimeError as error:
        frames = traceback.extract_tb(error.__traceback__)
        print("in the thread: RuntimeError:", error)
        print("raised in", frames[-1].name, "and passed on to", frames[0].name)
        assert str(error) == "no running event loop"
        assert (frames[0].name, frames[-1].name) == ("main", "work")
    assert workers[0] is not threading.current_thread()


workers = []
asyncio.run(main())
