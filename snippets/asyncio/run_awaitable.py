# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 asyncio.run takes whatever can be awaited, not only a coroutine."""

import asyncio
import sys


class Kettle:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "tea"


async def wait_for(what):
    return await what


try:
    answer = asyncio.run(Kettle())
except ValueError as error:
    answer = None
    print("ValueError:", str(error).partition(" <")[0])
else:
    print("run gives", answer)
assert (answer == "tea") == (sys.version_info >= (3, 14))
assert asyncio.run(wait_for(Kettle())) == "tea"  # works everywhere
