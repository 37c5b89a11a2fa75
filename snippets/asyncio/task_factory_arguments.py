# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a task factory is given name=, too, and has to take what comes."""

import asyncio
import sys


def narrow(loop, coroutine, context=None):  # wrong: it takes no name
    return asyncio.Task(coroutine, loop=loop, context=context)


def wide(loop, coroutine, **options):
    return asyncio.Task(coroutine, loop=loop, **options)


async def job():
    return asyncio.current_task().get_name()


async def main():
    loop, refused = asyncio.get_running_loop(), False
    loop.set_task_factory(narrow)
    coroutine = job()
    try:
        print("narrow:", await asyncio.create_task(coroutine, name="tea"))
    except TypeError as error:
        print("narrow: TypeError:", error)
        refused = True
        coroutine.close()
    assert refused == (sys.version_info >= (3, 14))
    loop.set_task_factory(wide)
    name = await asyncio.create_task(job(), name="tea")
    print("wide:  ", name)
    assert name == "tea"


asyncio.run(main())
