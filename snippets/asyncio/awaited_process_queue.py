"""A process queue is awaited by to_thread(queue.get); the loop goes on meanwhile."""

import asyncio
import multiprocessing

spawn = multiprocessing.get_context("spawn")


def work(may_begin, results):
    may_begin.wait()
    for number in range(3):
        results.put(number**2)
    results.put(None)  # the last item: without it the reader's thread waits on


async def heart():
    while True:
        beats.append("beat")
        if len(beats) == 3:
            may_begin.set()  # only a loop that goes on gets here
        await asyncio.sleep(0.001)


async def main():
    beating = asyncio.create_task(heart())
    squares = []
    while (square := await asyncio.to_thread(results.get)) is not None:
        squares.append(square)
    beating.cancel()
    print("beats before the first result: 3 at least; results:", *squares)
    assert squares == [0, 1, 4]
    assert len(beats) >= 3


if __name__ == "__main__":
    beats = []
    may_begin, results = spawn.Event(), spawn.Queue()
    process = spawn.Process(target=work, args=[may_begin, results])
    process.start()
    asyncio.run(main())
    process.join()
