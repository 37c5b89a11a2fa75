# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""On SIGTERM a program lets its workers finish what they began, and ends with 0."""

import multiprocessing
import os
import signal
import time

fork = multiprocessing.get_context("fork")


def work(begun, stop, report):
    jobs = finished = 0
    while not stop.is_set():
        jobs += 1
        begun.release()
        time.sleep(0.2)  # the job
        finished += 1
    report.put((jobs, finished))


def program(begun, report):
    os.setpgrp()
    stop = fork.Event()
    # Blocked signals wait for sigwait(); the workers inherit the mask.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    workers = [fork.Process(target=work, args=(one, stop, report)) for one in begun]
    for worker in workers:
        worker.start()
    report.put("ready")
    signal.sigwait({signal.SIGTERM})
    print("program: tells its workers to stop, and waits", flush=True)
    stop.set()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    begun, report = (fork.Semaphore(0), fork.Semaphore(0)), fork.SimpleQueue()
    child = fork.Process(target=program, args=(begun, report))
    child.start()
    assert report.get() == "ready" and all(one.acquire() for one in begun)
    os.killpg(child.pid, signal.SIGTERM)  # to the program and to its workers
    for name in "ab":
        jobs, finished = report.get()
        print(f"worker {name}: {jobs} begun, {finished} finished")
        assert jobs == finished > 0
    child.join()
    print("exit code:", child.exitcode)
    assert child.exitcode == 0
