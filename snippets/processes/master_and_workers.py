"""Thread workers change the master's own list, process workers only answer it."""

import multiprocessing
import queue
import threading

done = []  # each worker notes its jobs here


def worker(jobs, results):
    while (job := jobs.get()) is not None:
        done.append(job)
        results.put(job * job)


def master(kind, make_queue):
    """Deal out six jobs to two workers, and collect the six answers."""
    done.clear()
    jobs, results = make_queue(), make_queue()
    workers = [kind(target=worker, args=(jobs, results)) for _ in range(2)]
    for each in workers:
        each.start()
    for job in (1, 2, 3, 4, 5, 6, None, None):
        jobs.put(job)
    answers = sorted(results.get() for _ in range(6))
    for each in workers:
        each.join()
    assert answers == [1, 4, 9, 16, 25, 36]
    print("answers:             ", answers)
    print("in the master's list:", sorted(done))
    return len(done)


if __name__ == "__main__":
    print("two processes")
    assert master(multiprocessing.Process, multiprocessing.SimpleQueue) == 0
    print("two threads")
    assert master(threading.Thread, queue.SimpleQueue) == 6
