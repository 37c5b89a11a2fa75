# /// script
# requires-python = ">=3.14"
# dependencies = []
# ///
"""create_task(eager_start=True) begins one task at once, without a task factory."""

import asyncio

steps = []


async def job(name):
    steps.append(f"{name} begins")
    await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(job("the usual task"))]
    tasks += [asyncio.create_task(job("the eager task"), eager_start=True)]
    steps.append("main goes on")
    await asyncio.gather(*tasks)


asyncio.run(main())
print(*steps, sep="\n")
assert steps == ["the eager task begins", "main goes on", "the usual task begins"]
