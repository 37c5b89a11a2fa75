"""Ended stage by stage, a pipeline delivers every item and then stops."""

import queue
import threading

COUNT = 12
ended = []


def work(source, target):
    while (number := source.get()) is not None:
        target.put(number + 1)
    ended.append(threading.current_thread().name)


queues = [queue.Queue(maxsize=4) for _ in range(3)] + [queue.Queue()]
sizes = {"cut": 1, "sew": 3, "press": 2}  # stage: number of its workers
stages = [
    [
        threading.Thread(target=work, args=queues[n : n + 2], name=f"{name} {number}")
        for number in range(1, size + 1)
    ]
    for n, (name, size) in enumerate(sizes.items())
]
for workers in stages:
    for worker in workers:
        worker.start()
for number in range(COUNT):
    queues[0].put(number)

for source, workers in zip(queues[:-1], stages, strict=True):
    for _ in workers:
        source.put(None)
    for worker in workers:
        worker.join()  # nobody is left who could put into the next queue
results = sorted(queues[-1].get() for _ in range(queues[-1].qsize()))

print("in the order of their ends:", *ended, sep="\n  ")
print("delivered:", results)
assert [name.split()[0] for name in ended] == ["cut"] + ["sew"] * 3 + ["press"] * 2
assert results == [number + len(sizes) for number in range(COUNT)]
