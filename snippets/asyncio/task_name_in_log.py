# /// script
# requires-python = ">=3.12"
# dependencies = []
# ///
"""A log record has the task's name since 3.12, for %(taskName)s in a format."""

import asyncio
import io
import logging

lines = io.StringIO()
logging.basicConfig(stream=lines, format="%(taskName)s: %(message)s")


async def job():
    logging.warning("begun")


async def main():
    async with asyncio.TaskGroup() as group:
        for name in ("tea", "coffee"):
            group.create_task(job(), name=name)


asyncio.run(main())
logging.warning("no task runs")
print(lines.getvalue(), end="")
assert lines.getvalue() == "tea: begun\ncoffee: begun\nNone: no task runs\n"
