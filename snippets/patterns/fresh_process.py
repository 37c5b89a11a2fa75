# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A job that misses its time limit is killed, and retried in a fresh process."""

import multiprocessing
import signal
import threading

fork = multiprocessing.get_context("fork")


def job(attempt, answers):
    answers.send("begun")
    if attempt == 1:
        threading.Event().wait()  # hangs: nobody will ever set this event
    answers.send("result")


def run_once(attempt, limit):
    """Run the job in a process of its own, which does not outlive this call."""
    here, there = fork.Pipe()
    worker = fork.Process(target=job, args=(attempt, there), name=f"attempt {attempt}")
    worker.start()
    assert here.recv() == "begun"  # the time that a start takes does not count
    try:
        if not here.poll(limit):
            raise TimeoutError
        return here.recv()
    finally:
        worker.kill()  # does nothing if the worker has ended
        worker.join()
        exit_codes.append(worker.exitcode)


if __name__ == "__main__":
    exit_codes = []
    for attempt in (1, 2, 3):
        try:
            result = run_once(attempt, limit=0.5)
        except TimeoutError:
            print(f"attempt {attempt}: time is up, exit code {exit_codes[-1]}")
        else:
            print(f"attempt {attempt}: {result}")
            break
    assert exit_codes[0] == -signal.SIGKILL
    assert attempt > 1 and result == "result"
    assert not multiprocessing.active_children()
