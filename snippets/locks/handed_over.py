"""What a thread wrote before it signals is there for the thread that waited for it."""

import queue
import threading

ROUNDS = 25


class Box:
    value = 0


def start(box, signal):
    assert box.value == -1  # written by main, before start
    box.value = 1
    signal()


def rounds(name, make):
    """Hand a box from one thread to another, again and again; count what arrives."""
    arrived = 0
    for _ in range(ROUNDS):
        box, (signal, wait) = Box(), make()
        box.value = -1
        thread = threading.Thread(target=start, args=(box, signal))
        thread.start()
        if wait is None:
            thread.join()
        else:
            wait()
        arrived += box.value  # without any lock
        thread.join()
    print(f"{name:30} {arrived} of {ROUNDS} arrived")
    assert arrived == ROUNDS


def taken_lock():
    lock = threading.Lock()
    lock.acquire()
    return lock.release, lock.acquire


def unset_event():
    event = threading.Event()
    return event.set, event.wait


def empty_queue():
    box = queue.SimpleQueue()
    return lambda: box.put("done"), box.get


if __name__ == "__main__":
    rounds("Lock: release, then acquire", taken_lock)
    rounds("Event: set, then wait", unset_event)
    rounds("SimpleQueue: put, then get", empty_queue)
    rounds("Thread: its end, then join", lambda: (lambda: None, None))
