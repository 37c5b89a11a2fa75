"""A handler may put into a SimpleQueue; a Queue may be locked by its own thread."""

import queue
import signal

box, locking_box = queue.SimpleQueue(), queue.Queue()
alarms = found_locked = 0


def ring(signum, frame):
    global alarms, found_locked
    alarms += 1
    box.put("alarm")
    # Here locking_box.put would wait for the thread that it has interrupted.
    found_locked += locking_box.mutex.locked()


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    items = 0
    while alarms < 50 or not found_locked:
        box.put("item")
        locking_box.put("item")
        items += 1
    signal.setitimer(signal.ITIMER_REAL, 0)

    arrived = [box.get() for _ in range(box.qsize())]
    print(
        "alarms:", alarms, "- all in the SimpleQueue:", arrived.count("alarm") == alarms
    )
    print("items: ", items, "- all in the SimpleQueue:", arrived.count("item") == items)
    print("alarms that came while main held the lock of the Queue:", found_locked)
    assert arrived.count("alarm") == alarms
    assert arrived.count("item") == items
    assert found_locked > 0

    lacks = [name for name in ("join", "task_done", "full") if not hasattr(box, name)]
    print("a SimpleQueue lacks", ", ".join(lacks))
    assert lacks == ["join", "task_done", "full"]
