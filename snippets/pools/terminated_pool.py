# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "hangs"
# ///
"""terminate() ends workers, not main; a lost job's get() then waits for ever."""

import multiprocessing
import time


def set_up(event):
    global begun
    begun = event


def job():
    begun.set()
    time.sleep(60)


if __name__ == "__main__":
    begun = multiprocessing.Event()
    pool = multiprocessing.Pool(1, set_up, [begun])
    results = {"a running": pool.apply_async(job), "a waiting": pool.apply_async(job)}
    begun.wait()

    pool.terminate()
    pool.join()
    print("main goes on; workers left:", len(multiprocessing.active_children()))
    assert not multiprocessing.active_children()
    for which, result in results.items():
        try:
            result.get(timeout=0.2)  # wrong: nothing will ever come
        except multiprocessing.TimeoutError:
            print(f"{which} job: no result, no error")
        assert not result.ready()
