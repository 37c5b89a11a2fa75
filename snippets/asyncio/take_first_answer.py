# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""The first answer wins, failures do not count, and the losers have ended by then."""

import asyncio


async def take_first_answer(*coroutines):
    """Return the first result, and cancel the rest; ExceptionGroup if all fail."""
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    errors = []
    try:
        for soonest in asyncio.as_completed(tasks):
            try:
                return await soonest  # the point
            except (Exception, asyncio.CancelledError) as error:
                if asyncio.current_task().cancelling():
                    raise  # this one is cancelled, not what a call awaits
                errors.append(error)
        raise BaseExceptionGroup("no call has answered", errors)
    finally:
        for task in tasks:
            task.cancel()  # the point
        await asyncio.gather(*tasks, return_exceptions=True)


async def ask(name, pause, answer):
    try:
        await asyncio.sleep(pause)
        if isinstance(answer, BaseException):
            raise answer
        return answer
    finally:
        await asyncio.sleep(0)  # cleaning up may await
        ended.append(name)


async def main():
    error, gone = ConnectionError("refused"), asyncio.CancelledError()
    mirrors = ask("far", 60, "late"), ask("near", 0.05, "here"), ask("down", 0, gone)
    answer = await take_first_answer(*mirrors)
    print("answer:", answer, "- ended:", *ended)
    assert (answer, ended) == ("here", ["down", "near", "far"])

    ended.clear()
    try:
        await take_first_answer(ask("a", 0, error), ask("b", 0.01, error))
    except ExceptionGroup as group:
        print("all fail:", group)
        assert len(group.exceptions) == 2
    ended.clear()
    both = take_first_answer(ask("c", 60, "late"), ask("d", 60, "late"))
    try:
        await asyncio.wait_for(both, 0.05)
    except TimeoutError:
        print("at a time limit, ended:", *sorted(ended))
    assert sorted(ended) == ["c", "d"]


ended = []
asyncio.run(main())
