"""A process that is killed at its time limit really stops working."""

import multiprocessing
import signal
import time


def job(steps):
    while True:  # endless
        steps.value += 1
        time.sleep(0.01)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    steps = context.RawValue("i", 0)
    child = context.Process(target=job, args=(steps,), name="job")
    child.start()
    while steps.value == 0:
        time.sleep(0.001)

    child.join(timeout=0.2)
    if child.is_alive():
        print("the time is up")
        child.kill()
        child.join()
    print("exit code:", child.exitcode)
    assert child.exitcode == -signal.SIGKILL

    before = steps.value
    time.sleep(0.2)
    print("steps since then:", steps.value - before)
    assert steps.value == before
