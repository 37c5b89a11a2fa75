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
    numbered, results = enumerate(items), {}

    async def work():
        for number, item in numbered:  # all workers draw from one iterator
            results[number] = await function(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())  # the point
    return [results[number] for number in range(len(results))]


async def square(number):
    running.append(number)
    most.append(len(running))
    assert len(drawn) <= len(ended) + 3  # nothing is drawn before it can begin
    try:
        await asyncio.sleep(0.001)
        if number == 0:
            await enough.wait()
        elif number == 8:
            enough.set()
        return number * number // (number >= 0)
    finally:
        running.remove(number)
        ended.append(number)


async def main():
    global enough
    enough = asyncio.Event()
    inputs = (drawn.append(number) or number for number in range(12))
    squares = await map_with_limit(square, inputs, limit=3)
    print("in the order of their ends:", *ended)
    print("in the order of the inputs:", *squares)
    print("most at a time:", max(most))
    assert squares == [number * number for number in range(12)]
    assert max(most) == 3 and ended.index(0) > ended.index(8)

    enough.clear()
    try:
        await map_with_limit(square, [0, -1, 5, 6], limit=2)
    except ExceptionGroup as group:
        print("-1 fails:", group.exceptions[0], "- and 0 is cancelled")
    assert sorted(ended[12:14]) == [-1, 0] and not running and 6 not in ended[12:]


running, most, drawn, ended = [], [], [], []
asyncio.run(main())
