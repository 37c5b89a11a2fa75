"""A pool of four workers does six jobs in four processes: pids come back."""

import multiprocessing
import os
import time


def set_up(barrier):
    global everybody
    everybody = barrier


def job(number):
    if number < 4:
        everybody.wait()  # the first four jobs begin together, one in each worker
    time.sleep(0.1)
    return os.getpid()


if __name__ == "__main__":
    barrier = multiprocessing.Barrier(4)
    with multiprocessing.Pool(4, set_up, [barrier]) as pool:
        results = [pool.apply_async(job, [number]) for number in range(6)]
        pids = [result.get() for result in results]

    names = dict(zip(pids, "ABCD", strict=False))
    for number, pid in enumerate(pids):
        print(f"job {number} was done by worker {names[pid]}, pid {pid}")
    assert len(set(pids[:4])) == 4
    assert set(pids[4:]) <= set(pids[:4])
    assert os.getpid() not in pids
