# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Eight jobs on five threads: wait returns when all of them are done."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait


def job(number):
    name = threading.current_thread().name
    print(f"job {number} starts in {name}")
    time.sleep(0.2)
    print(f"job {number} ends")


begin = time.perf_counter()
executor = ThreadPoolExecutor(5, thread_name_prefix="worker")
futures = [executor.submit(job, number) for number in range(8)]
done, not_done = wait(futures)
print(f"{len(done)} jobs took {time.perf_counter() - begin:.1f} s")
executor.shutdown()
assert len(done) == 8 and not not_done
