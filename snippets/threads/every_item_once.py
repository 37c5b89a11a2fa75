"""With no lock of yours, four threads together take each item exactly once."""

import queue
import threading

ITEMS = 8000
jobs, ended = queue.Queue(), queue.Queue()
taken = [[] for _ in range(4)]


def produce(first):
    for item in range(first, ITEMS, 2):
        jobs.put(item)


def consume(mine):
    while (item := jobs.get()) is not None:
        mine.append(item)
    ended.put(threading.current_thread())


if __name__ == "__main__":
    producers = [threading.Thread(target=produce, args=[n]) for n in (0, 1)]
    workers = [threading.Thread(target=consume, args=[mine]) for mine in taken]
    for thread in producers + workers:
        thread.start()
    for thread in producers:
        thread.join()

    jobs.put(None)  # a stop mark, behind the last item
    ended.get().join()
    alive = sum(worker.is_alive() for worker in workers)
    print("one stop mark ends one worker; still waiting:", alive)
    assert alive == 3
    for _ in range(3):
        jobs.put(None)
    for worker in workers:
        worker.join()

    everything = sorted(item for mine in taken for item in mine)
    print(f"{len(everything)} items taken, {len(set(everything))} different ones")
    assert everything == list(range(ITEMS))
    for mine in taken:
        even = [item for item in mine if item % 2 == 0]
        assert even == sorted(even)
    print("nobody took two items of one producer in the wrong order")
