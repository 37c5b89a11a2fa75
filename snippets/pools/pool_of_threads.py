"""ThreadPool has Pool's methods, and its workers are threads of the same process."""

import multiprocessing
import multiprocessing.pool
import os
import threading


def job(number):
    return number * number, os.getpid(), threading.current_thread().name


if __name__ == "__main__":
    for kind in (multiprocessing.Pool, multiprocessing.pool.ThreadPool):
        with kind(2) as pool:
            answers = list(pool.imap(job, range(5)))
            squares, pids, threads = zip(*answers, strict=True)
            apart = os.getpid() not in pids
            print(f"{type(pool).__name__}:", *squares)
            print("  in other processes:", apart)
            print("  thread of the first job:", threads[0])
            assert squares == (0, 1, 4, 9, 16)
            assert apart == (kind is multiprocessing.Pool)
            assert apart or threading.main_thread().name not in threads

    of_pool = {name for name in dir(multiprocessing.pool.Pool) if name[0] != "_"}
    assert of_pool <= set(dir(multiprocessing.pool.ThreadPool))
    lock = threading.Lock()  # it cannot be pickled
    with multiprocessing.pool.ThreadPool(1) as pool:
        assert pool.apply(lambda same: same, [lock]) is lock
