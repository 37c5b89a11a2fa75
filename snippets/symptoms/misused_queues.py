# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A queue that is empty, full or closed says so by the class of its exception."""

import asyncio
import multiprocessing
import queue
import traceback
from collections import deque


def main() -> None:
    context = multiprocessing.get_context("spawn")
    full, closed = queue.Queue(1), context.Queue()
    full.put(1)
    closed.close()
    narrow = asyncio.Queue(1)
    narrow.put_nowait(1)
    calls = [
        (queue.Queue().get_nowait,),
        (full.put_nowait, 2),
        (queue.Queue().task_done,),
        (closed.put, 1),
        (asyncio.Queue().get_nowait,),
        (narrow.put_nowait, 2),
        (deque().pop,),
        ([].pop,),
        (queue.Queue().get, True, -1),
    ]
    lines = [said(*one) for one in calls]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
