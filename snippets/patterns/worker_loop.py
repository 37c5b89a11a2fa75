# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A worker thread takes jobs from a queue in a loop, until it gets None."""

import queue
import threading

jobs, results = queue.Queue(), []


def work():
    while True:
        job = jobs.get()  # waits for the next one
        if job is None:
            break
        results.append(job * job)


workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for number in range(6):
    jobs.put(number)
for _ in workers:
    jobs.put(None)
for worker in workers:
    worker.join()
print("squares:", sorted(results))
assert sorted(results) == [0, 1, 4, 9, 16, 25]
