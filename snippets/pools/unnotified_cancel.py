"""wait and as_completed go on waiting for jobs that a shutdown has cancelled."""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

begun, may_end = threading.Event(), threading.Event()


def job():
    begun.set()
    may_end.wait()


executor = ThreadPoolExecutor(max_workers=1)
futures = [executor.submit(job) for _ in range(3)]
begun.wait()
threading.Timer(0.1, may_end.set).start()
executor.shutdown(cancel_futures=True)  # waits for the job that runs

print("cancelled:", *(future.cancelled() for future in futures))
print("done:     ", *(future.done() for future in futures))
assert [future.cancelled() for future in futures] == [False, True, True]
assert all(future.done() for future in futures)

done, not_done = wait(futures, timeout=0.2)
print("wait:     ", len(done), "done,", len(not_done), "not done")
assert (len(done), len(not_done)) == (1, 2)
try:
    list(as_completed(futures, timeout=0.2))
except TimeoutError as error:
    print("as_completed:", error)
else:
    raise AssertionError("as_completed came to an end")
