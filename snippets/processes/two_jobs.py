"""Two calls share a process and take turns; two processes differ in pid and overlap."""

import multiprocessing
import os
import time


def job(number, waits):
    print(f"job {number} begins in process {os.getpid()}")
    begin = time.monotonic()
    time.sleep(0.5)
    waits.put((begin, time.monotonic()))
    print(f"job {number} ends")


def overlap(waits):
    """Return whether the waits of the last two jobs overlap."""
    begins, ends = zip(waits.get(), waits.get(), strict=True)
    return max(begins) < min(ends)


if __name__ == "__main__":
    print(f"main is process {os.getpid()}")
    waits = multiprocessing.SimpleQueue()

    begin = time.perf_counter()
    job(1, waits)
    job(2, waits)
    in_a_row = time.perf_counter() - begin
    calls_overlap = overlap(waits)

    begin = time.perf_counter()
    first = multiprocessing.Process(target=job, args=(3, waits))
    second = multiprocessing.Process(target=job, args=(4, waits))
    first.start()
    second.start()
    first.join()
    second.join()
    together = time.perf_counter() - begin
    processes_overlap = overlap(waits)

    print(f"two calls:     {in_a_row:.2f} s, their waits overlap: {calls_overlap}")
    print(f"two processes: {together:.2f} s, their waits overlap: {processes_overlap}")
    assert len({os.getpid(), first.pid, second.pid}) == 3
    assert in_a_row >= 1.0 and not calls_overlap  # two jobs of 0.5 s each
    assert processes_overlap
