# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Slow calls wait together; each result or error comes in its place, with its time."""

import asyncio
import time


async def call_all_at_once(*coroutines):
    """Await all coroutines together; return (result or error, seconds) for each."""

    async def timed(coroutine):
        begun = time.perf_counter()
        try:
            answer = await coroutine
        except (Exception, asyncio.CancelledError) as error:
            if asyncio.current_task().cancelling():
                raise  # all are cancelled, not what this one awaits
            answer = error
        return answer, time.perf_counter() - begun

    return await asyncio.gather(*map(timed, coroutines))  # the point


async def fetch(name, turn, following):
    try:
        await here.wait()  # none goes on before all three have begun
        await turn.wait()
        await asyncio.sleep(0.03)
        if name == "Cid":
            (never := asyncio.Future()).cancel()
            await never  # somebody has cancelled what it awaits
        return f"{name}: {10 // (name != 'Bob')}"
    finally:
        ended.append(name)
        following.set()


async def main(parties):
    """Make three calls, of which the last ends first."""
    global here
    here = asyncio.Barrier(parties)
    turns = [asyncio.Event() for _ in range(4)]
    turns[3].set()
    calls = [fetch(n, turns[i + 1], turns[i]) for i, n in enumerate(NAMES)]
    return await asyncio.wait_for(call_all_at_once(*calls), 0.5)


ended, NAMES = [], ("Ann", "Bob", "Cid")
answers = asyncio.run(main(parties=3))
for answer, seconds in answers:
    print(f"{seconds:.2f} s: {answer!r}")
assert ended == ["Cid", "Bob", "Ann"]
(ann, longest), (bob, _), (cid, shortest) = answers
assert (ann, repr(bob)[:9], repr(cid)) == ("Ann: 10", "ZeroDivis", "CancelledError()")
assert longest > shortest >= 0.02
ended.clear()
try:
    asyncio.run(main(parties=4))  # the fourth never comes
except TimeoutError:
    print("after a time limit for all of them, ended:", sorted(ended))
assert sorted(ended) == ["Ann", "Bob", "Cid"]
