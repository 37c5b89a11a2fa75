"""A job begins without get(), and get() waits for it without close() or join()."""

import multiprocessing
import threading


def set_up(*events):
    global begun, gate
    begun, gate = events


def job():
    begun.set()
    gate.wait()
    return 42


if __name__ == "__main__":
    begun, gate = multiprocessing.Event(), multiprocessing.Event()
    with multiprocessing.Pool(1, set_up, [begun, gate]) as pool:
        result = pool.apply_async(job)
        begun.wait()
        print("nobody has called get(), and the job runs")
        assert not result.ready()
        opener = threading.Timer(0.1, gate.set)
        opener.start()
        answer = result.get()
        print("get() waited and returned", answer)
        assert gate.is_set() and answer == 42
        opener.join()
