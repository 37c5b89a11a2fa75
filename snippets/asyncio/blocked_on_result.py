"""A job may be started asynchronously and then be waited for in a blocking call."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def note(step):
    steps.append(step)
    print(step)


def job():
    may_end.wait()
    time.sleep(0.1)  # main waits meanwhile
    note("job:  ends")
    return "news"


steps = []
may_end = threading.Event()
with ThreadPoolExecutor(1, thread_name_prefix="helper") as pool:
    future = pool.submit(job)  # returns at once
    note("main: has started the job and does something else")
    assert not future.done()
    may_end.set()
    result = future.result()  # blocks
    note("main: has the result")

assert result == "news"
assert [step[:4] for step in steps] == ["main", "job:", "main"]
