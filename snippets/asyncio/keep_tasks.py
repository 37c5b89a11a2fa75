# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A keeper holds background tasks until they end, and logs the errors of any."""

import asyncio
import gc
import io
import logging


class TaskKeeper:
    """Keep background tasks until their end; log their errors."""

    def __init__(self):
        self.tasks = set()

    def start(self, coroutine, name=None):
        """Start the coroutine as a task, and return that."""
        task = asyncio.create_task(coroutine, name=name)
        self.tasks.add(task)  # the point
        task.add_done_callback(self._ended)  # the point
        return task

    def _ended(self, task):
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logging.error("task %s failed", task.get_name(), exc_info=error)

    async def close(self):
        """Cancel what still runs, and wait for it."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def job(name):
    if name == "bad":
        raise ConnectionError("no answer")
    try:
        await asyncio.get_running_loop().create_future()  # nobody else has it
    finally:
        ended.append(name)


async def main():
    keeper = TaskKeeper()
    keeper.start(job("good"), "good"), keeper.start(job("bad"), "bad")
    while len(keeper.tasks) > 1:
        await asyncio.sleep(0)
    gc.collect()
    print("kept after a collection:", len(keeper.tasks))
    await keeper.close()
    print("after close:", len(keeper.tasks), "kept, cancelled:", *ended)
    assert ended == ["good"] and not keeper.tasks


ended, log = [], io.StringIO()
logging.basicConfig(stream=log)
asyncio.run(main())
first, *_, last = log.getvalue().splitlines()
print(first, "…", last, sep="\n")
assert "bad failed" in first and last == "ConnectionError: no answer"
