"""Two processes see that a queue is not empty, and only one of them gets an item."""

import multiprocessing
import queue
import time


def take(items, both_know, report):
    while items.empty():
        time.sleep(0.001)
    both_know.wait()
    try:
        got = items.get_nowait()
    except queue.Empty:
        got = "queue.Empty"
    report.put(got)


if __name__ == "__main__":
    items, report = multiprocessing.Queue(), multiprocessing.Queue()
    both_know = multiprocessing.Barrier(2)
    takers = [
        multiprocessing.Process(target=take, args=[items, both_know, report])
        for _ in range(2)
    ]
    for taker in takers:
        taker.start()
    items.put("parcel")
    answers = [report.get(), report.get()]
    for taker in takers:
        taker.join()

    for got in answers:
        print("empty() was False, and get_nowait() gave", got)
    assert sorted(answers) == ["parcel", "queue.Empty"]
