# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# ///
"""3.14 lacks asyncio's child watchers, and warns of what 3.16 will lack."""

import asyncio
import traceback
import warnings

warnings.simplefilter("error")  # so that warnings are seen


def factory(loop, coroutine, context=None):
    return asyncio.Task(coroutine, loop=loop, context=context)


async def name_a_task() -> None:
    loop, coroutine = asyncio.get_running_loop(), asyncio.sleep(0)
    loop.set_task_factory(factory)
    try:
        await asyncio.create_task(coroutine, name="tea")
    finally:
        coroutine.close()


def said(call) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call()}"
    except (AttributeError, TypeError, DeprecationWarning) as error:
        return "".join(traceback.format_exception_only(error)).strip()


lines = [
    said(lambda: asyncio.set_child_watcher(None)),
    said(lambda: asyncio.get_child_watcher()),
    said(lambda: asyncio.ThreadedChildWatcher()),
    said(lambda: asyncio.run(name_a_task())),
    said(asyncio.get_event_loop_policy),
    said(lambda: asyncio.set_event_loop_policy(None)),
    said(lambda: asyncio.iscoroutinefunction(print)),
]
print(*lines, sep="\n")
assert not any(line.startswith("it returned") for line in lines)
