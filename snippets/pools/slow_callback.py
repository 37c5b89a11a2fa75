"""While a callback runs, finished results of other jobs do not arrive."""

import multiprocessing
import threading


def set_up(event):
    global done
    done = event


def quick_job():
    return "quick"


def second_job():
    done.set()
    return "second"


def slow_callback(result):
    callback_runs.set()
    may_end.wait()


callback_runs, may_end = threading.Event(), threading.Event()

if __name__ == "__main__":
    done = multiprocessing.Event()
    with multiprocessing.Pool(2, set_up, [done]) as pool:
        pool.apply_async(quick_job, callback=slow_callback)
        callback_runs.wait()
        second = pool.apply_async(second_job)
        done.wait()
        second.wait(0.2)
        print("the second job has finished; its result is here:", second.ready())
        assert not second.ready()

        may_end.set()
        answer = second.get()
        print("the callback has ended, and now it is here:", answer)
        assert answer == "second"
