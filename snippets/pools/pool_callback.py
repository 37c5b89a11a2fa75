"""A pool's callbacks run in the main process, in a thread that the pool started."""

import multiprocessing
import os
import threading


def job(number):
    if number < 0:
        raise ValueError("negative")
    return os.getpid()


def note(result):
    where = os.getpid(), threading.current_thread()
    calls.append((result, *where))


calls = []

if __name__ == "__main__":
    threads_before = threading.enumerate()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        for number in (1, -1):
            pool.apply_async(job, [number], callback=note, error_callback=note)
        pool.close()
        pool.join()

    (worker, *first), (error, *second) = calls
    print("main process:", os.getpid(), "- the job ran in", worker)
    for name, (pid, thread) in (("callback", first), ("error_callback", second)):
        print(f"{name} ran in {pid}, thread {thread.name}")
        assert pid == os.getpid()
        assert thread not in threads_before
    assert worker != os.getpid()
    assert isinstance(error, ValueError)
    assert first == second
