"""A callback runs in main's process, in a worker thread, a helper thread or at once."""

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

fork = multiprocessing.get_context("fork")
may_end = fork.Event()
called = threading.Event()


def note(future):
    assert future.done()
    calls.append((os.getpid(), threading.current_thread()))
    called.set()


def job():
    may_end.wait()


calls = []

if __name__ == "__main__":
    processes, threads = ProcessPoolExecutor(1, fork), ThreadPoolExecutor(1, "worker")
    for executor in (processes, threads):
        with executor:
            future = executor.submit(job)
            future.add_done_callback(note)  # the job is not done yet
            may_end.set()
            called.wait()
        called.clear()
        may_end.clear()
    future.add_done_callback(note)  # the job is done
    with ThreadPoolExecutor(1) as threads:
        running, queued = threads.submit(job), threads.submit(job)
        queued.add_done_callback(note)
        assert queued.cancel()
        may_end.set()

    pids, where = zip(*calls, strict=True)
    assert set(pids) == {os.getpid()}
    print("process pool:    ", where[0].name)
    print("thread pool:     ", where[1].name)
    print("when it was done:", where[2].name)
    print("when cancelled:  ", where[3].name)
    assert where[0] not in (where[1], where[2])
    assert where[1].name == "worker_0"
    assert where[2] is where[3] is threading.main_thread()
