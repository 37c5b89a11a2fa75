# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "RuntimeError: There is no current event loop in thread 'MainThread'"
# wrong = "raises"
# ///
"""Since 3.14 get_event_loop() raises where no loop is, and so a program ends."""

import asyncio

ran = []


async def main():
    await asyncio.sleep(0)
    ran.append(asyncio.get_running_loop())
    print("main has run")


asyncio.get_event_loop().run_until_complete(main())  # wrong: there is no loop
assert len(ran) == 1 and ran[0].is_closed()
