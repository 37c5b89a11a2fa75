# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""At most n calls are under way; results come in order, and inputs are drawn late."""

import asyncio


async def map_with_limit(function, items, limit):
    """Await function(item) for each, at most limit at a time; return all results."""
    if limit < 1:
        raise ValueError(f"nothing is done with limit={limit}")
    numbered, results = enumerate(items), {}

    async def work():
        for number, item in numbered:  # all workers draw from one iterator
            results[number] = await function(item)

    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(work()) for _ in range(limit)]  # the point
    if any(worker.cancelled() for worker in workers):  # a call was, from within
        raise asyncio.CancelledError  # the point
    return [results[number] for number in range(len(results))]


async def square(number):
    running.append(number)
    most.append(len(running))
    assert len(drawn) <= len(ended) + 3  # nothing is drawn before it can begin
    try:
        await (asyncio.sleep(0.001) if number else enough.wait())
        if number == 8:
            enough.set()
        return number * number // (number >= 0)
    finally:
        running.remove(number)
        ended.append(number)


async def error(items, limit, function=square):
    try:
        await map_with_limit(function, items, limit)
    except (ExceptionGroup, ValueError, asyncio.CancelledError) as error:
        return error


async def main():
    inputs = (drawn.append(number) or number for number in range(12))
    assert await map_with_limit(square, inputs, limit=3) == [n * n for n in range(12)]
    print("ended:", *ended, "- most at a time:", max(most))
    assert max(most) == 3 and ended.index(0) > ended.index(8)
    enough.clear()
    group = await error([0, -1, 5, 6], limit=2)
    assert sorted(ended[12:14]) == [-1, 0] and not running and 6 not in ended[12:]
    (never := asyncio.Future()).cancel()
    errors = await error([1], 1, lambda _: never), await error([1], limit=0)
    told = [type(one).__name__ for one in group.exceptions + errors]
    print("no short list, but:", *told)
    assert told == ["ZeroDivisionError", "CancelledError", "ValueError"]


running, most, drawn, ended, enough = [], [], [], [], asyncio.Event()
asyncio.run(main())
