# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A thread has no event loop of its own, and may not call that of another."""

import asyncio
import threading
import traceback


async def within() -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    calls = [
        (asyncio.get_event_loop,),
        (loop.call_soon, print),
    ]
    lines: list[str] = []
    thread = threading.Thread(
        target=lambda: lines.extend(said(*call) for call in calls), name="reader"
    )
    thread.start()
    thread.join()
    print(*lines, sep="\n")
    assert len(set(lines)) == len(calls)


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    asyncio.run(within())
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print("".join(traceback.format_exception_only(error)).strip())
