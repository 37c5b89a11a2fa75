# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""Workers drain a queue until a deadline; the late ones are terminated, then killed."""

import contextlib
import multiprocessing
import queue
import signal
import time


def drain_then_force(jobs, workers, seconds):
    """End processes that take jobs until None comes; return those that were forced."""
    deadline = time.monotonic() + seconds
    with contextlib.suppress(queue.Full):
        for _ in workers:
            jobs.put(None, timeout=max(0, deadline - time.monotonic()))
    for worker in workers:
        worker.join(max(0, deadline - time.monotonic()))
    late = [worker for worker in workers if worker.is_alive()]
    for worker in late:
        worker.terminate()
    deadline = time.monotonic() + 1
    for worker in late:
        worker.join(max(0, deadline - time.monotonic()))
        worker.kill()  # the point
        worker.join()
    jobs.cancel_join_thread()  # nobody takes what is left in the queue  # the point
    return late


def work(jobs, done):
    while (job := jobs.get()) is not None:
        if job == "ignore SIGTERM":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        done.put(job)
        if isinstance(job, str):
            time.sleep(60)


def ended(items, seconds, count):
    """Give the items to two workers; end these when they have done so many."""
    jobs, done = args = multiprocessing.Queue(20), multiprocessing.SimpleQueue()
    workers = [multiprocessing.Process(target=work, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for item in items:
        jobs.put(item)
    got = [done.get() for _ in range(count)]
    late = drain_then_force(jobs, workers, seconds)
    got += [done.get() for _ in iter(done.empty, True)]
    end = len(got), len(late), sorted(worker.exitcode for worker in workers)
    print("done, forced, exit codes:", *end)
    return end


if __name__ == "__main__":
    assert ended(range(20), 30, count=1) == (20, 0, [0, 0])
    late = [-signal.SIGTERM, -signal.SIGKILL]
    assert ended(["hang", "ignore SIGTERM", *range(20)], 0.3, count=2) == (2, 2, late)
    # Workers that have ended early leave much behind: main's exit must not wait.
    assert ended([None, None, *[bytes(50_000)] * 9], 30, count=0) == (0, 0, [0, 0])
