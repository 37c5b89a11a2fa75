# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "deadlocks"
# ///
"""A task that holds an asyncio.Lock and asks for it again waits for itself."""

import asyncio

lock = asyncio.Lock()
steps = []


async def deposit():
    steps.append("deposit asks for the lock")
    async with lock:  # wrong: transfer holds it
        steps.append("deposit has the lock")


async def transfer():
    async with lock:
        steps.append("transfer has the lock")
        await deposit()


async def main():
    task = asyncio.create_task(transfer(), name="transfer")
    done, _ = await asyncio.wait([task], timeout=0.2)
    assert not done
    steps.append("it has not ended, and the loop has nothing else to do")
    assert asyncio.all_tasks() == {asyncio.current_task(), task}
    task.cancel()
    await asyncio.wait([task])
    steps.append(f"cancelled: the lock is {'locked' if lock.locked() else 'free'}")


asyncio.run(main())
print(*steps, sep="\n")
assert "deposit has the lock" not in steps
assert not lock.locked()
assert not hasattr(asyncio, "RLock")
