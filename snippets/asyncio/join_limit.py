# /// script
# requires-python = ">=3.13"
# dependencies = []
# ///
"""asyncio.run gives up on threads of to_thread after its limit; they still go on."""

import asyncio
import threading
import warnings


def work():
    workers.append(threading.current_thread())
    may_end.wait()


async def main():
    call = asyncio.create_task(asyncio.to_thread(work))
    while not workers:
        await asyncio.sleep(0.001)
    call.cancel()


workers, may_end = [], threading.Event()
print("asyncio.run waits for", asyncio.constants.THREAD_JOIN_TIMEOUT, "s at most")
assert asyncio.constants.THREAD_JOIN_TIMEOUT == 300
asyncio.constants.THREAD_JOIN_TIMEOUT = 0.1  # for this program

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
print("asyncio.run has returned, with a", caught[0].category.__name__)
assert caught[0].category is RuntimeWarning
print("the thread is alive:", workers[0].is_alive())
assert workers[0].is_alive()
may_end.set()
