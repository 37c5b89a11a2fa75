# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# wrong = "raises"
# stderr = "RuntimeWarning: coroutine 'fetch' was never awaited"
# ///
"""asyncio.run raises where a loop runs already: await there, or use a thread."""

import asyncio


async def fetch():
    await asyncio.sleep(0)
    return 42


def from_plain_code():
    return asyncio.run(fetch())  # some library does this


async def handler():
    """Do what a notebook cell or a web handler does: call it in a running loop."""
    try:
        from_plain_code()
    except RuntimeError as error:
        print("RuntimeError:", error)
        assert "cannot be called from a running event loop" in str(error)
    answers = await fetch(), await asyncio.to_thread(from_plain_code)
    print("awaited, and in a thread with a loop of its own:", *answers)
    assert answers == (42, 42)


print("from plain code:", from_plain_code())
asyncio.run(handler())
