"""A semaphore round one part of a job limits that part only, a pool the whole job."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

JOBS, LIMIT = 6, 2
counting = threading.Lock()


class Part:
    """Counts how many threads are in this part of a job at once."""

    def __init__(self):
        self.inside = self.most = 0

    def __enter__(self):
        with counting:
            self.inside += 1
            self.most = max(self.most, self.inside)

    def __exit__(self, *_):
        with counting:
            self.inside -= 1


def job(meeting, seats):
    with waiting:
        time.sleep(0.06)  # for a server, say
        meeting.wait()
    with seats, computing:
        time.sleep(0.03)


if __name__ == "__main__":
    for threads in (JOBS, LIMIT):
        waiting, computing = Part(), Part()
        meeting, seats = threading.Barrier(threads), threading.Semaphore(LIMIT)
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(job, [meeting] * JOBS, [seats] * JOBS))
        print(f"{JOBS} jobs in {threads} threads: at most", end=" ")
        print(f"{waiting.most} waited and {computing.most} computed at once")
        assert waiting.most == threads
        assert computing.most <= LIMIT
