"""An initializer runs once in each worker, and what it leaves there serves all jobs."""

import multiprocessing
import os


def set_up(barrier, greeting):
    global prepared, counted
    prepared, counted = greeting, 0
    barrier.wait()  # nobody begins with a job before both workers are there


def job(name):
    global counted
    counted += 1
    return os.getpid(), f"{prepared}, {name}", counted


if __name__ == "__main__":
    barrier = multiprocessing.Barrier(2)
    names = ["Ada", "Bob", "Cem", "Dora", "Eve"]
    with multiprocessing.Pool(2, set_up, [barrier, "hello"]) as pool:
        answers = pool.map(job, names, chunksize=1)

    calls = dict.fromkeys((pid for pid, _, _ in answers), 0)
    for pid, text, counted in answers:
        print(f"worker {pid}, its job {counted}: {text}")
        assert text.startswith("hello, ")
        calls[pid] = max(calls[pid], counted)
    assert sum(calls.values()) == len(names)
    assert "prepared" not in globals()  # main has not called it
