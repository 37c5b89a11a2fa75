"""gather keeps the order of its arguments, as_completed the order of the endings."""

import asyncio


async def relay(name, mine, following):
    await mine.wait()
    ended.append(name)
    following.set()
    return name


def three():
    """The third may end first, then the second, then the first."""
    ended.clear()
    ropes = [asyncio.Event() for _ in range(4)]
    ropes[3].set()
    return [relay(n, ropes[n], ropes[n - 1]) for n in (1, 2, 3)]


ended = []


async def main():
    gathered = asyncio.gather(*three())  # three tasks, which run from here on
    while len(ended) < 3:
        await asyncio.sleep(0)  # and not for gathered
    results = await gathered
    print("ended:", ended, " gather:      ", results)
    assert (ended, results) == ([3, 2, 1], [1, 2, 3])

    results = [await soonest for soonest in asyncio.as_completed(three())]
    print("ended:", ended, " as_completed:", results)
    assert ended == results == [3, 2, 1]


asyncio.run(main())
