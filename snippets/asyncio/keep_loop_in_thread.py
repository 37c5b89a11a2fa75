# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A loop in a thread of its own runs coroutines of other threads, and ends cleanly."""

import asyncio
import concurrent.futures


class LoopThread:
    """Run an event loop in a thread; `call` coroutines in it from other threads."""

    def __enter__(self):
        started, self.stop = concurrent.futures.Future(), asyncio.Event()

        async def serve():
            started.set_result(asyncio.get_running_loop())
            await self.stop.wait()

        self.pool = concurrent.futures.ThreadPoolExecutor(1)
        self.ended = self.pool.submit(asyncio.run, serve())
        self.loop = started.result()
        return self

    def call(self, coroutine, seconds=None):
        """Return its result or raise its error; cancel it after seconds."""
        limited = asyncio.wait_for(coroutine, seconds)
        future = asyncio.run_coroutine_threadsafe(limited, self.loop)  # the point
        concurrent.futures.wait([future, self.ended], None, "FIRST_COMPLETED")
        return future.result(0)  # TimeoutError if the loop has ended before

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.stop.set)
        self.pool.shutdown()


async def divide(a, b):
    await asyncio.sleep(0)
    return a / b


async def listen(name):
    try:
        await asyncio.Event().wait()  # for ever
    finally:
        ended.append(name)


ended = []
with LoopThread() as service, concurrent.futures.ThreadPoolExecutor(3) as pool:
    results = list(pool.map(service.call, [divide(1, n) for n in (1, 2, 4)]))
    print("three threads ask:", *results)
    for wrong in (divide(1, 0), listen("the late one")):
        try:
            service.call(wrong, seconds=0.3)
        except (ZeroDivisionError, TimeoutError) as error:
            print("raised in main:", repr(error))
    asyncio.run_coroutine_threadsafe(listen("the last one"), service.loop)
    service.call(asyncio.sleep(0))  # the loop has begun to listen
print("ended:", ", ".join(ended))
assert results == [1, 0.5, 0.25] and ended == ["the late one", "the last one"]
assert service.ended.done() and service.loop.is_closed()
