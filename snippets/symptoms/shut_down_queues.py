# /// script
# requires-python = ">=3.13"
# [tool.proof]
# kind = "symptom"
# ///
"""A queue that was shut down refuses put and get with a class of its own."""

import asyncio
import queue
import traceback


def main() -> None:
    ended = queue.Queue()
    ended.shutdown()
    other = asyncio.Queue()
    other.shutdown()
    lines = [said(ended.get), said(ended.put, 1), said(other.get_nowait)]
    print(*lines, sep="\n")
    assert lines == ["queue.ShutDown"] * 2 + ["asyncio.queues.QueueShutDown"]


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
