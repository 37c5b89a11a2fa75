"""wait_for cancels the await, but not the thread, and asyncio.run waits for that."""

import asyncio
import threading


def note(step):
    steps.append(step)
    print(step)


def work():
    began.set()
    may_go_on.wait()
    note("thread: the work is done all the same")


async def main():
    call = asyncio.create_task(asyncio.to_thread(work), name="call")
    while not began.is_set():
        await asyncio.sleep(0.001)
    try:
        await asyncio.wait_for(call, 0.1)
    except TimeoutError:
        note("main: the limit is over")
    assert call.cancelled()
    assert any(thread.name.startswith("asyncio_") for thread in threading.enumerate())
    note("main: returns")
    threading.Timer(0.1, may_go_on.set).start()


steps = []
began, may_go_on = threading.Event(), threading.Event()
asyncio.run(main())
note("asyncio.run has returned")
assert [step.split(":")[0] for step in steps] == [
    *["main", "main", "thread"],
    "asyncio.run has returned",
]
