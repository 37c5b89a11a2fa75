# /// script
# requires-python = ">=3.11,!=3.12.*"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.14"]
# ///
"""Since 3.13 asyncio.run gives up on a thread of to_thread at a limit; it goes on."""

import asyncio
import sys
import threading
import warnings

HAS_LIMIT = sys.version_info >= (3, 13)


def work():
    workers.append(threading.current_thread())
    may_end.wait()


async def main():
    call = asyncio.create_task(asyncio.to_thread(work))
    while not workers:
        await asyncio.sleep(0.001)
    call.cancel()


workers, may_end = [], threading.Event()
if HAS_LIMIT:
    limit = asyncio.constants.THREAD_JOIN_TIMEOUT
    print("asyncio.run waits for", limit, "s at most")
    assert limit == 300
    asyncio.constants.THREAD_JOIN_TIMEOUT = 0.1  # for this program
else:
    print("asyncio.run waits for as long as it takes")
    threading.Timer(0.3, may_end.set).start()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
alive = workers[0].is_alive()
print("asyncio.run has returned; the thread is alive:", alive)
print("warnings:", *[str(one.message) for one in caught])
assert alive == HAS_LIMIT
assert [one.category for one in caught] == ([RuntimeWarning] if HAS_LIMIT else [])
may_end.set()
