"""A time limit on result ends the waiting, not the job, for which the block waits."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

may_end = threading.Event()
steps = 0


def job():
    global steps
    while not may_end.is_set():
        steps += 1
        time.sleep(0.01)
    return "finished"


with ThreadPoolExecutor(thread_name_prefix="worker") as executor:
    future = executor.submit(job)
    try:
        future.result(timeout=0.1)
    except TimeoutError:
        print("main waits no longer")
    else:
        raise AssertionError("there was a result")

    steps_before = steps
    while steps < steps_before + 5:
        time.sleep(0.01)
    print("the job has gone on; running:", future.running())
    assert future.running() and not future.cancel()

    threading.Timer(0.1, may_end.set).start()
    print("end of the with block")

print("after the with block, the job has", future.result(timeout=0))
assert future.result(timeout=0) == "finished"
