# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["split"], ["shared"]]
# ///
"""Behind a long job, a fixed share waits; jobs in a shared queue do not."""

import queue
import sys
import threading

JOBS = ["long", "a", "b", "c", "d", "e", "f", "g"]
begun, idle = threading.Event(), threading.Event()


def work(mine, done):
    while True:
        try:
            job = mine.get_nowait()
        except queue.Empty:
            return
        if job == "long":
            begun.set()
            idle.wait()  # as long as the other worker finds something to do
            waiting.append(mine.qsize())
        done.append(job)


def filled(jobs):
    box = queue.Queue()
    for job in jobs:
        box.put(job)
    return box


if sys.argv[1] == "split":
    half = len(JOBS) // 2
    boxes = [filled(JOBS[:half]), filled(JOBS[half:])]
else:
    boxes = [filled(JOBS)] * 2  # both workers take from the same queue
waiting, done = [], ([], [])
first, second = (
    threading.Thread(target=work, args=pair, name=f"worker {n}")
    for n, pair in enumerate(zip(boxes, done, strict=True), start=1)
)
first.start()
begun.wait()
second.start()
second.join()
idle.set()
first.join()

print("waiting behind the long job when worker 2 was idle:", *waiting)
print("worker 1 did:", *done[0])
print("worker 2 did:", *done[1])
split = sys.argv[1] == "split"
assert waiting == ([3] if split else [0])
assert done[0] == (["long", "a", "b", "c"] if split else ["long"])
