# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""asyncio.run() makes a loop and closes it, in every version."""

import asyncio

ran = []


async def main():
    await asyncio.sleep(0)
    ran.append("main")
    print("main has run")


asyncio.run(main())
assert ran == ["main"]
