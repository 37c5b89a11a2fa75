# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Where no loop runs, main's get_event_loop() makes one up to 3.13; 3.14 raises."""

import asyncio
import sys
import warnings

warnings.simplefilter("ignore")  # 3.12 and 3.13 may announce the change
try:
    loop = asyncio.get_event_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
    assert sys.version_info >= (3, 14)
else:
    print("a new loop:", type(loop).__mro__[1].__name__)
    assert sys.version_info < (3, 14)
    loop.close()


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


inside = asyncio.run(main())
print("inside a coroutine it gives the loop that runs:", inside)
assert inside
