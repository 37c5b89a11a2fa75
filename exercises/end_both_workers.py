"""End both workers.

Two workers take jobs from one queue. Change `finish`, so that both end. `None`
tells a worker that nothing more comes.
"""

import queue
import sys
import threading

jobs = queue.Queue()
done = []


def work():
    while (job := jobs.get()) is not None:
        done.append(job)


def finish(workers):
    jobs.put(None)


# The check: leave it as it is.
if __name__ == "__main__":
    workers = [threading.Thread(target=work, daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(10):
        jobs.put(number)
    finish(workers)
    for worker in workers:
        worker.join(timeout=1)
    waiting = [worker.is_alive() for worker in workers].count(True)
    if waiting:
        sys.exit(
            f"Not yet: {waiting} of 2 workers still wait in get(). One worker takes a "
            "None, and the other one never sees it."
        )
    if sorted(done) != list(range(10)):
        sys.exit(f"Not yet: of the jobs 0 to 9 only these were done: {sorted(done)}")
    print("Solved: both workers have ended, and all jobs are done.")
