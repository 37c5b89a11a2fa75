"""A thread's put into an asyncio.Queue does not wake the coroutine that waits."""

import asyncio
import selectors
import threading


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        if timeout is None:  # nothing to do: the loop sleeps until it is woken
            asleep.set()
        return super().select(timeout)


async def consumer():
    for _ in range(2):
        arrived.append(await queue.get())
        print("  consumer has", arrived[-1])


arrived = []
asleep = threading.Event()
loop = asyncio.SelectorEventLoop(Selector())
queue = asyncio.Queue()
task = loop.create_task(consumer(), name="consumer")
thread = threading.Thread(target=loop.run_until_complete, args=[task], name="loop")
thread.start()
asleep.wait()  # the consumer waits for an item

asyncio.run(queue.put("first"))  # main's loop is another one
thread.join(0.2)
print("put from main; 0.2 s later in the queue:", queue.qsize())
assert queue.qsize() == 1 and arrived == []

print("put through call_soon_threadsafe:")
loop.call_soon_threadsafe(queue.put_nowait, "second")
thread.join()
assert arrived == ["first", "second"]
loop.close()
