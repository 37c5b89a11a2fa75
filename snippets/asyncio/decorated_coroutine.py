# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""A context manager as decorator ends after an async function's body since 3.15."""

import asyncio
import contextlib
import sys

steps = []


@contextlib.contextmanager
def block():
    steps.append("the block begins")
    yield
    steps.append("the block ends")


@block()
async def job():
    steps.append("the body runs")


asyncio.run(job())
print(*steps, sep="\n")
if sys.version_info >= (3, 15):
    assert steps == ["the block begins", "the body runs", "the block ends"]
else:  # it ended when the coroutine had been made
    assert steps == ["the block begins", "the block ends", "the body runs"]
