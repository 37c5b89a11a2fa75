# /// script
# requires-python = ">=3.13"
# dependencies = []
# ///
"""shutdown refuses new items and ends every worker once the old ones are gone."""

import queue
import threading

jobs = queue.Queue()
done = queue.SimpleQueue()


def work():
    try:
        while True:
            done.put(jobs.get())
    except queue.ShutDown:
        pass


if __name__ == "__main__":
    workers = [threading.Thread(target=work, name=f"worker {n}") for n in range(3)]
    for item in range(5):
        jobs.put(item)
    jobs.shutdown()
    try:
        jobs.put("late")
    except queue.ShutDown:
        print("put after shutdown:    refused")
    else:
        raise AssertionError("it took an item after shutdown")
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("taken before the end: ", done.qsize(), "of 5")
    assert done.qsize() == 5

    jobs = queue.Queue()
    idle = [threading.Thread(target=work, name=f"idle {n}") for n in range(3)]
    for worker in idle:
        worker.start()
    jobs.shutdown()
    for worker in idle:
        worker.join()
    print("three with no item:    ended by one call")

    jobs = queue.Queue()
    jobs.put("given up")
    jobs.shutdown(immediate=True)
    print("immediate, items left:", jobs.qsize())
    assert jobs.empty()
