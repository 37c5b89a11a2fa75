# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two calls that are awaited one after the other run one after the other."""

import asyncio

steps = []


async def cook(dish):
    steps.append(f"{dish} on")
    await asyncio.sleep(0.1)
    steps.append(f"{dish} off")


async def main():
    await cook("rice")
    await cook("soup")
    print(", ".join(steps))


if __name__ == "__main__":
    asyncio.run(main())
    assert steps == ["rice on", "rice off", "soup on", "soup off"]
