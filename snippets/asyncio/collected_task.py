# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "(?s)Task was destroyed but it is pending!.*name='dropped'"
# ///
"""The loop does not keep a task alive: one that only it knows can be collected."""

import asyncio
import gc

ended = []


async def job(name):
    await asyncio.get_running_loop().create_future()  # nobody else has it
    ended.append(name)


async def main():
    kept = asyncio.create_task(job("kept"), name="kept")
    asyncio.create_task(job("dropped"), name="dropped")  # noqa: RUF006
    await asyncio.sleep(0)
    names = {task.get_name() for task in asyncio.all_tasks()}
    print("two jobs wait:    ", sorted(names & {"kept", "dropped"}), flush=True)
    assert names >= {"kept", "dropped"}

    gc.collect()  # happens by itself from time to time
    names = {task.get_name() for task in asyncio.all_tasks()}
    print("after a collection:", sorted(names & {"kept", "dropped"}))
    assert "kept" in names and "dropped" not in names
    kept.cancel()


asyncio.run(main())
assert ended == []
