# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "Executing <Task finished name='rude'.* took [0-9.]+ seconds"
# ///
"""In debug mode the loop logs each step that takes too long, with its task's name."""

import asyncio
import logging
import time

messages = []


def note(record):
    messages.append(record.getMessage())
    return True


async def rude():
    time.sleep(0.2)


async def main():
    limit = asyncio.get_running_loop().slow_callback_duration
    print("the loop calls a step slow from", limit, "s")
    assert limit < 0.2
    await asyncio.create_task(rude(), name="rude")


logging.getLogger("asyncio").addFilter(note)
asyncio.run(main(), debug=False)
print("messages without debug mode:", len(messages))
assert messages == []

asyncio.run(main(), debug=True)
named = [message for message in messages if "<Task finished name='rude'" in message]
print("messages that name the task in debug mode:", len(named))
assert len(named) == 1
