# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["semaphore"], ["pool"]]
# ///
"""A semaphore limits how many processes work; a pool, how many processes there are."""

import contextlib
import multiprocessing
import os
import sys
import time

JOBS, LIMIT = 6, 2
fork = multiprocessing.get_context("fork")
with_seats = sys.argv[1] == "semaphore"
seats = fork.Semaphore(LIMIT) if with_seats else contextlib.nullcontext()
gate = fork.Event()
inside, most = fork.Value("i"), fork.Value("i")


def job(_):
    gate.wait()
    with seats:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.06)
        with inside.get_lock():
            inside.value -= 1
    return os.getpid()


if __name__ == "__main__":
    if with_seats:
        children = [fork.Process(target=job, args=(n,)) for n in range(JOBS)]
        for child in children:
            child.start()
        alive = len(fork.active_children())
        gate.set()
        for child in children:
            child.join()
    else:
        with fork.Pool(LIMIT) as pool:
            waiting = pool.map_async(job, range(JOBS), chunksize=1)
            alive = len(fork.active_children())
            gate.set()
            workers = waiting.get()
            pool.close()
            pool.join()
        assert len(set(workers)) <= LIMIT
    print(f"{JOBS} jobs: {alive} processes, at most {most.value} in the guarded part")
    assert alive == (JOBS if with_seats else LIMIT)
    assert most.value <= LIMIT
