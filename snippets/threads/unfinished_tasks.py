"""join waits until task_done was called for each item; being empty is not enough."""

import queue
import threading

jobs = queue.Queue()
taken = threading.Barrier(2)
may_finish = threading.Event()
all_done = threading.Event()


def work():
    for _ in range(2):
        jobs.get()
    taken.wait()  # from here on the queue is empty
    may_finish.wait()
    jobs.task_done()
    jobs.task_done()


def wait_for_jobs():
    jobs.join()
    all_done.set()


if __name__ == "__main__":
    jobs.put("first")
    jobs.put("second")
    worker = threading.Thread(target=work, name="worker")
    waiter = threading.Thread(target=wait_for_jobs, name="waiter")
    worker.start()
    waiter.start()
    taken.wait()
    print(f"empty: {jobs.empty()}, unfinished: {jobs.unfinished_tasks}")
    assert (jobs.empty(), jobs.unfinished_tasks) == (True, 2)
    over = all_done.wait(timeout=0.1)
    print("join has returned:", over)
    assert not over

    may_finish.set()
    worker.join()
    waiter.join()
    print(
        "unfinished:", jobs.unfinished_tasks, "- join has returned:", all_done.is_set()
    )
    assert all_done.is_set()
    try:
        jobs.task_done()
    except ValueError as error:
        print("one task_done too many:", error)
    else:
        raise AssertionError("it counted below zero")
