"""Terminating a consumer loses the item in its hands and leaves the rest unread."""

import multiprocessing
import signal
import time

COUNT = 10


def produce(items):
    for number in range(COUNT):
        items.put(number)


def consume(items, report):
    while True:
        item = items.get()
        report.send(item)
        if item == 3:
            time.sleep(60)  # this one takes its time


if __name__ == "__main__":
    items = multiprocessing.Queue()
    reports, report = multiprocessing.Pipe(duplex=False)
    producer = multiprocessing.Process(target=produce, args=[items], name="producer")
    consumer = multiprocessing.Process(
        target=consume, args=[items, report], name="consumer"
    )
    producer.start()
    consumer.start()
    producer.join()  # every item has been put
    begun = [reports.recv() for _ in range(4)]
    consumer.terminate()
    consumer.join()
    assert consumer.exitcode == -signal.SIGTERM

    unread = [items.get() for _ in range(COUNT - len(begun))]
    print("handled:             ", begun[:-1])
    print("lost in its hands:   ", begun[-1:])
    print("never read:          ", unread)
    assert begun == [0, 1, 2, 3]
    assert unread == [4, 5, 6, 7, 8, 9]
