# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "(?s)Task exception was never retrieved.*ValueError: no such account"
# ///
"""A task's exception is only logged, if nobody asks for its result."""

import asyncio


async def withdraw():
    raise ValueError("no such account")


async def main():
    unasked = asyncio.create_task(withdraw(), name="unasked")
    asked = asyncio.create_task(withdraw(), name="asked")
    await asyncio.wait([unasked, asked])
    print("both have failed, and main goes on", flush=True)
    del unasked  # now it is logged
    try:
        await asked
    except ValueError as error:
        print("raised where the task is awaited:", error)
        return "raised"


assert asyncio.run(main()) == "raised"
print("the program ends as if all were well")
