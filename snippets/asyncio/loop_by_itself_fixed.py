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
    ran.append(asyncio.get_running_loop())
    print("main has run")


asyncio.run(main())
assert len(ran) == 1 and ran[0].is_closed()
