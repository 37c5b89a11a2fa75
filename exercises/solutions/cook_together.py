"""Cook both dishes at once.

The soup is put on when the rice is done. Change `cook_both`, so that both dishes
are on before the first of them is done, and both are done when it returns.
"""

import asyncio
import sys

steps = []


async def cook(dish):
    steps.append(f"{dish} on")
    await asyncio.sleep(0.1)
    steps.append(f"{dish} off")


async def cook_both():
    await asyncio.gather(cook("rice"), cook("soup"))


# The check: leave it as it is.
if __name__ == "__main__":
    asyncio.run(cook_both())
    print(", ".join(steps))
    if sorted(steps[:2]) != ["rice on", "soup on"]:
        sys.exit(
            "Not yet: the second dish is not on when the first is done. asyncio.gather "
            "takes several calls and awaits them together."
        )
    if sorted(steps[2:]) != ["rice off", "soup off"]:
        sys.exit(
            "Not yet: cook_both returned before both dishes were done. Await them."
        )
    print("Solved: both dishes were on at the same time.")
