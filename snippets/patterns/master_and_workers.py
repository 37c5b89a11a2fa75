# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["threads"], ["processes"]]
# ///
"""Answers come in another order than the jobs, and a number says which is whose."""

import multiprocessing
import queue
import sys
import threading

WORDS = ["mountain", "sea", "river", "lake"]


def work(jobs, answers, others_are_done):
    while (job := jobs.get()) is not None:
        number, word = job
        if number == 0:
            others_are_done.wait()  # the longest job
        answers.put((number, len(word)))


if __name__ == "__main__":
    threads = sys.argv[1] == "threads"
    start = threading.Thread if threads else multiprocessing.Process
    new_queue = queue.Queue if threads else multiprocessing.Queue
    jobs, answers = new_queue(), new_queue()
    others_are_done = threading.Event() if threads else multiprocessing.Event()
    workers = [
        start(target=work, args=[jobs, answers, others_are_done], name=f"worker {n}")
        for n in (1, 2)
    ]
    for worker in workers:
        worker.start()
    for job in enumerate(WORDS):
        jobs.put(job)  # fan out

    lengths = {}
    while len(lengths) < len(WORDS):  # fan in: as many answers as jobs
        number, length = answers.get()
        lengths[number] = length
        print(f"answer {length} is for job {number}, {WORDS[number]!r}")
        if len(lengths) == len(WORDS) - 1:
            others_are_done.set()
    for _ in workers:
        jobs.put(None)
    for worker in workers:
        worker.join()
    assert list(lengths) == [1, 2, 3, 0]
    assert all(lengths[n] == len(word) for n, word in enumerate(WORDS))
