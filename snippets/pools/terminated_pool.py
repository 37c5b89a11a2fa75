# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# wrong = "hangs"
# ///
"""terminate() ends workers, not main; a lost job's get() then waits for ever."""

import multiprocessing
import signal
import threading
import time


def set_up(event):
    global begun
    begun = event


def job(ignores=False):
    if ignores:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
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

    begun.clear()
    pool = multiprocessing.Pool(1, set_up, [begun])
    pool.apply_async(job, [True])
    begun.wait()
    ending = threading.Thread(target=pool.terminate)
    ending.start()
    ending.join(0.3)
    print("a job ignores SIGTERM; terminate() has returned:", not ending.is_alive())
    assert ending.is_alive()
    for worker in multiprocessing.active_children():
        worker.kill()
    ending.join()
