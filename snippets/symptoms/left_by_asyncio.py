# /// script
# [tool.proof]
# kind = "symptom"
# stderr = "never retrieved"
# ///
"""What asyncio cannot raise anywhere it writes to standard error when it is deleted."""

import asyncio
import gc
import time
import warnings

warnings.simplefilter("always")


async def fail() -> None:
    raise ValueError("no such account")


async def wait() -> None:
    await asyncio.get_running_loop().create_future()


async def forgotten() -> None:
    fail()


async def unasked() -> None:
    asyncio.create_task(fail())  # noqa: RUF006 - it is not kept on purpose
    await asyncio.sleep(0)


async def unasked_future() -> None:
    asyncio.Future().set_exception(ValueError("no such account"))


async def deleted() -> None:
    asyncio.create_task(wait())  # noqa: RUF006
    await asyncio.sleep(0)
    gc.collect()


async def callback() -> None:
    asyncio.get_running_loop().call_soon(int, "two")
    await asyncio.sleep(0)


async def slow() -> None:
    asyncio.get_running_loop().set_debug(True)
    await asyncio.sleep(0)
    time.sleep(0.15)


ended = []
for case in [forgotten, unasked, unasked_future, deleted, callback, slow]:
    ended.append(asyncio.run(case()))
    gc.collect()
asyncio.new_event_loop()
gc.collect()
assert ended == [None] * 6  # each has ended as if nothing had been
