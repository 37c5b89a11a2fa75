"""A thread's job ends early if it looks at an event between its steps."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 10_000
stop = threading.Event()


def job():
    for step in range(STEPS):
        if stop.is_set():
            return f"stopped after {step} steps"
        time.sleep(0.01)  # one step of the work
    return "finished"


with ThreadPoolExecutor(thread_name_prefix="worker") as executor:
    future = executor.submit(job)
    try:
        future.result(timeout=0.2)
    except TimeoutError:
        print("the time is up")
    stop.set()
    answer = future.result()

print("the job:", answer)
assert answer.startswith("stopped after")
