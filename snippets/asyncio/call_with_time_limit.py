# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A blocking call is left at its time limit, and holds up neither loop nor exit."""

import asyncio
import concurrent.futures
import operator
import threading


async def call_with_time_limit(seconds, function, *args):
    """Return function(*args), called in a daemon thread; TimeoutError after seconds."""
    answer = concurrent.futures.Future()
    answer.set_running_or_notify_cancel()  # from here on nobody can cancel it

    def work():
        try:
            answer.set_result(function(*args))
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=work, daemon=True).start()  # the point
    return await asyncio.wait_for(asyncio.wrap_future(answer), seconds)


async def beat():
    for _ in range(5):
        await asyncio.sleep(0.01)
    return 5


async def main():
    print("6 / 3:", await call_with_time_limit(5, operator.truediv, 6, 3))
    try:
        await call_with_time_limit(5, operator.truediv, 6, 0)
    except ZeroDivisionError as error:
        errors.append(error)
    beats = asyncio.create_task(beat())
    for event in (never, later):
        try:
            await call_with_time_limit(0.1, event.wait)
        except TimeoutError as error:
            errors.append(error)
    assert await beats == 5
    later.set()  # its thread ends, and nobody takes the answer


errors, never, later = [], threading.Event(), threading.Event()
asyncio.run(main())
print("6 / 0 and two calls too long:", *(type(error).__name__ for error in errors))
assert [len(error.args) for error in errors] == [1, 0, 0]
left = [thread for thread in threading.enumerate() if "work" in thread.name]
print("asyncio.run has returned; a thread waits, and is a daemon:", left[0].daemon)
assert left and all(thread.daemon for thread in left)
