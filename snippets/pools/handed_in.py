# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["apply"], ["map"], ["imap"], ["imap_unordered"]]
# ///
"""apply takes one job at a time; map answers after all jobs, imap in their order."""

import multiprocessing
import sys
import time

LENGTHS = [0.3, 0.1, 0.2, 0.1]


def job(length):
    began = time.monotonic()
    time.sleep(length)
    return length, began, time.monotonic()


if __name__ == "__main__":
    method = sys.argv[1]
    barrier = multiprocessing.Barrier(3)
    with multiprocessing.Pool(2, barrier.wait) as pool:
        barrier.wait()  # both workers are there
        if method == "apply":
            results = (pool.apply(job, [length]) for length in LENGTHS)
        elif method == "map":
            results = pool.map(job, LENGTHS, chunksize=1)
            print("map has returned")
        else:
            results = getattr(pool, method)(job, LENGTHS)
        answers = []
        for answer in results:
            answers.append((*answer, time.monotonic()))
            print(f"the job of {answer[0]} s has answered")

    lengths, begins, ends, answered = zip(*answers, strict=True)
    if method == "apply":  # each job began after the answer of the one before
        assert all(map(float.__ge__, begins[1:], answered))
    if method == "map":  # the first answer came after the end of the last job
        assert answered[0] >= max(ends)
    if method == "imap_unordered":
        assert sorted(lengths) == sorted(LENGTHS)
    else:
        assert list(lengths) == LENGTHS
