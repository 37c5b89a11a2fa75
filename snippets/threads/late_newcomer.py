"""A scheduler in time.sleep misses a sooner job; one in Event.wait can be woken."""

import sched
import threading
import time

woken = threading.Event()


def wait_for_wake(seconds):
    woken.wait(seconds)
    woken.clear()


def run(pause, far_delay):
    """Add a job during a pause; return when it ran and the time of the far one."""
    pausing = threading.Event()
    added = threading.Event()
    ran_at = []
    woken.clear()

    def noted_pause(seconds):
        if seconds > 0:
            pausing.set()
        pause(seconds)
        added.wait()  # should main be late

    def near_job():
        ran_at.append(time.monotonic())
        scheduler.cancel(far_job)

    scheduler = sched.scheduler(delayfunc=noted_pause)
    far_job = scheduler.enter(far_delay, priority=1, action=print)
    thread = threading.Thread(target=scheduler.run, name=pause.__name__)
    thread.start()
    pausing.wait()
    scheduler.enterabs(far_job.time - far_delay, 1, near_job)  # due already
    woken.set()
    added.set()
    thread.join()
    return ran_at[0], far_job.time


if __name__ == "__main__":
    assert sched.scheduler().delayfunc is time.sleep  # unless you choose another
    near, far = run(time.sleep, far_delay=0.2)
    print("with time.sleep, the near job ran before the far one's time:", near < far)
    assert near >= far
    near, far = run(wait_for_wake, far_delay=60)
    print("with Event.wait, the near job ran before the far one's time:", near < far)
    assert near < far
