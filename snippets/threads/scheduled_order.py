"""A scheduler runs its jobs by time, then by priority, and not a cancelled one."""

import sched
import threading
import time

done = []


def job(name):
    done.append(name)
    print("runs:", name)


if __name__ == "__main__":
    scheduler = sched.scheduler()
    noon = time.monotonic() + 0.2
    scheduler.enterabs(noon + 0.1, 1, job, argument=["later"])
    scheduler.enterabs(noon, 2, job, argument=["noon, priority 2"])
    scheduler.enterabs(noon, 1, job, argument=["noon, priority 1"])
    cancelled = scheduler.enterabs(noon, 0, job, argument=["cancelled"])
    scheduler.cancel(cancelled)

    thread = threading.Thread(target=scheduler.run, name="scheduler")
    thread.start()
    thread.join()  # run returns when no job is left
    assert time.monotonic() >= noon + 0.1
    assert scheduler.empty()
    assert done == ["noon, priority 1", "noon, priority 2", "later"]
