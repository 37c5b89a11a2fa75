"""At its end the program waits for all jobs that were handed in, also queued ones."""

import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor

may_begin = threading.Event()
ended = []


@atexit.register  # runs when the executors' threads have ended
def check():
    print("exit handler; jobs ended:", len(ended))
    assert ended == [0, 1, 2]


def job(n):
    may_begin.wait()
    time.sleep(0.05)
    print("job", n, "ends")
    ended.append(n)


executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
for n in range(3):
    executor.submit(job, n)

(worker,) = (one for one in threading.enumerate() if one.name == "worker_0")
print("the worker is a daemon:", worker.daemon)
assert not worker.daemon
print("last line of main; jobs ended:", len(ended))
assert not ended
may_begin.set()
