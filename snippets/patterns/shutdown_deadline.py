# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A worker that misses the deadline is terminated; one that refuses is killed."""

import multiprocessing
import signal
import time
from multiprocessing.connection import wait

fork = multiprocessing.get_context("fork")


def obedient(ready, stop):
    ready.release()
    stop.wait()


def deaf(ready, stop):
    ready.release()
    time.sleep(60)


def stubborn(ready, stop):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    deaf(ready, stop)


def wait_for(workers, limit):
    """Give all of them one common time limit; return who has not ended."""
    deadline = time.monotonic() + limit
    late = {worker.sentinel: worker for worker in workers}
    while late and (left := deadline - time.monotonic()) > 0:
        for ended in wait(list(late), timeout=left):
            late.pop(ended).join()
    return list(late.values())


if __name__ == "__main__":
    ready, stop = fork.Semaphore(0), fork.Event()
    jobs = obedient, deaf, stubborn
    workers = [
        fork.Process(target=job, args=(ready, stop), name=job.__name__) for job in jobs
    ]
    for worker in workers:
        worker.start()
        ready.acquire()
    stop.set()
    late = wait_for(workers, limit=0.5)
    print("asked to stop, and still there: ", [worker.name for worker in late])
    for worker in late:
        worker.terminate()
    late = wait_for(late, limit=0.5)
    print("terminated, and still there:    ", [worker.name for worker in late])
    for worker in late:
        worker.kill()
        worker.join()
    print("exit codes:", [worker.exitcode for worker in workers])
    assert [worker.exitcode for worker in workers] == [
        0,
        -signal.SIGTERM,
        -signal.SIGKILL,
    ]
