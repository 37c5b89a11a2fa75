# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A live worker whose heartbeat stands still is killed and replaced."""

import multiprocessing
import threading
import time

fork = multiprocessing.get_context("fork")
LIMIT = 0.4  # seconds without a beat


def work(beats, hung):
    for step in range(20):
        beats.value += 1  # one step is done
        time.sleep(0.01)
        if step == 4 and not hung.value:
            hung.value = True
            threading.Event().wait()  # hangs: a deadlock, a dead connection …


def watch(worker, beats):
    """Return when the worker has ended, or after LIMIT without a heartbeat."""
    last = -1
    while worker.is_alive() and beats.value != last:
        last = beats.value
        worker.join(LIMIT)


if __name__ == "__main__":
    hung = fork.RawValue("B", False)  # whether a worker has hung already
    for start in range(1, 10):
        beats = fork.RawValue("L", 0)  # one writer, so no lock that can stay locked
        worker = fork.Process(target=work, args=(beats, hung), name=f"start {start}")
        worker.start()
        watch(worker, beats)
        if not worker.is_alive():
            break
        print(f"start {start}: alive, and stuck at beat {beats.value}; is killed")
        worker.kill()
        worker.join()
    worker.join()
    print(f"start {start}: exit code {worker.exitcode} after beat {beats.value}")
    assert start > 1 and hung.value
    assert not hasattr(beats, "get_lock")
    assert worker.exitcode == 0 and beats.value == 20
