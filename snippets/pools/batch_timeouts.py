"""At its limit wait returns, as_completed and map raise; a job that runs goes on."""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

begun, may_end = threading.Semaphore(0), threading.Event()
ended = []


def job(name):
    if name == "slow":
        begun.release()
        may_end.wait()
        ended.append(name)
    return name


def submit_both():
    return [executor.submit(job, name) for name in ("quick", "slow")]


def collect(results):
    """Take results until they end or the time limit is over."""
    begun.acquire()  # the slow job runs
    received = []
    try:
        for result in results:
            received.append(result)
    except TimeoutError:
        received.append("TimeoutError")
    return received


with ThreadPoolExecutor(3) as executor:
    done, not_done = wait(submit_both(), timeout=0.1)
    begun.acquire()
    print("wait:        ", len(done), "done,", len(not_done), "not done")
    assert len(not_done) >= 1

    completed = as_completed(submit_both(), timeout=0.1)
    received = collect(future.result() for future in completed)
    print("as_completed:", *received)
    assert received[-1] == "TimeoutError"

    # One slow job occupies the last free worker, the other stays in the queue.
    received = collect(executor.map(job, ["quick", "slow", "slow"], timeout=0.1))
    print("map:         ", *received)
    assert received[-1] == "TimeoutError"

    assert not ended
    may_end.set()

print("slow jobs that have come to their end:", len(ended), "of 4")
assert len(ended) == 3
