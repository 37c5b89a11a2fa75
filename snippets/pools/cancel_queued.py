"""cancel stops a job that has not begun; a running one refuses and goes on."""

import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor


def job(name):
    begun.append(name)
    first_begun.set()
    may_end.wait()
    ended.append(name)


begun, ended = [], []
first_begun, may_end = threading.Event(), threading.Event()

with ThreadPoolExecutor(max_workers=1) as executor:
    running, queued, last = [executor.submit(job, n) for n in ("A", "B", "C")]
    first_begun.wait()

    a, b = running.cancel(), queued.cancel()
    print("cancel A, which runs: ", a)
    print("cancel B, which waits:", b)
    assert (a, b) == (False, True)
    assert not running.cancelled() and queued.cancelled()
    assert queued.done()
    may_end.set()

print("begun:", *begun, " ended:", *ended)
assert begun == ended == ["A", "C"]
try:
    queued.result()
except CancelledError as error:
    print("the result of B:", type(error).__name__)
else:
    raise AssertionError("a cancelled job has a result")
