"""Condition.wait releases the lock, and has it again before it returns."""

import threading
import time

condition = threading.Condition()
steps = []


def note(step):
    print(step)
    steps.append(step.split()[0])


def waiter():
    with condition:
        note("waiter has the lock, and waits")
        is_inside.set()
        condition.wait()
        note("waiter has the lock again, and goes on")


if __name__ == "__main__":
    is_inside = threading.Event()
    thread = threading.Thread(target=waiter, name="waiter")
    thread.start()
    is_inside.wait()
    with condition:  # the waiter is inside its own block
        note("main has the lock")
        time.sleep(0.1)
        condition.notify()
        note("main has notified")
        time.sleep(0.1)  # the waiter would go on now, if it could
        note("main gives the lock back")
    thread.join()

    assert steps == ["waiter", *["main"] * 3, "waiter"]
