"""Two calls share a process and take turns; two processes differ in pid and overlap."""

import multiprocessing
import os
import time


def job(number):
    print(f"job {number} begins in process {os.getpid()}")
    time.sleep(0.5)
    print(f"job {number} ends")


if __name__ == "__main__":
    print(f"main is process {os.getpid()}")

    begin = time.perf_counter()
    job(1)
    job(2)
    in_a_row = time.perf_counter() - begin

    begin = time.perf_counter()
    first = multiprocessing.Process(target=job, args=(3,))
    second = multiprocessing.Process(target=job, args=(4,))
    first.start()
    second.start()
    overlap = first.is_alive() and second.is_alive()
    first.join()
    second.join()
    together = time.perf_counter() - begin

    print(f"two calls:     {in_a_row:.2f} s")
    print(f"two processes: {together:.2f} s, alive at one time: {overlap}")
    assert len({os.getpid(), first.pid, second.pid}) == 3
    assert in_a_row >= 1.0  # two jobs of 0.5 s each
    assert overlap
