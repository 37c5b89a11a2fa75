"""ThreadPool drops waiting jobs at the block's end; ThreadPoolExecutor does them."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool


def job():
    begun.set()
    may_end.wait()
    done.append(threading.current_thread())


def pool_threads():
    return threading.active_count() - before


begun, may_end, done = threading.Event(), threading.Event(), []
before = threading.active_count()
with ThreadPool(3) as pool:
    print("ThreadPool(3), no job yet:", pool_threads(), "threads, with its helpers")
    assert pool_threads() >= 3
    try:
        pool.apply_async(sys.exit).get(timeout=0.2)
    except TimeoutError:
        print("  sys.exit in a job: no answer")
    else:
        raise AssertionError("the job was answered")
with ThreadPool(1) as pool:
    results = [pool.apply_async(job) for _ in range(4)]
    begun.wait()
print("  the block is left, jobs done:", len(done), "of 4")
assert not done
may_end.set()
while pool_threads():  # until the threads of these pools have ended
    time.sleep(0.001)
assert len(done) == 1 and not any(result.ready() for result in results)

done.clear()
with ThreadPoolExecutor(3) as pool:
    print("ThreadPoolExecutor(3), no job yet:", pool_threads(), "threads")
    assert pool_threads() == 0
    error = pool.submit(sys.exit).exception()
    print("  sys.exit in a job:", type(error).__name__)
    assert isinstance(error, SystemExit)
    for _ in range(4):
        pool.submit(job)
print("  the block is left, jobs done:", len(done), "of 4")
assert len(done) == 4
