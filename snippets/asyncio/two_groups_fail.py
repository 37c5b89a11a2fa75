# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 an outer TaskGroup's cancelling is kept if an inner one fails with it."""

import asyncio
import sys

went_on = []


async def fail(now):
    await now.wait()
    raise ValueError


async def body(now):
    async with asyncio.TaskGroup() as outer:
        outer.create_task(fail(now))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(now))
                asyncio.get_running_loop().call_soon(now.set)  # both fail at once
        except* ValueError:
            print("the inner group's error is caught")
        await asyncio.sleep(0)  # the outer group has cancelled this body
        print("the body goes on though its group has failed")
        went_on.append(True)


async def main():
    try:
        await body(asyncio.Event())
    except* ValueError:
        print("the outer group has raised")
    assert bool(went_on) == (sys.version_info < (3, 13))


asyncio.run(main())
