"""A handler may put into a SimpleQueue; a Queue may be locked by its own thread."""

import queue
import signal

ALARMS = 50
box = queue.SimpleQueue()
answers = []


class Interrupted(queue.Queue):
    """A Queue whose put is interrupted while it holds the queue's lock."""

    def _put(self, item):
        signal.raise_signal(signal.SIGALRM)
        super()._put(item)


def ask_for_the_lock(signum, frame):
    # put would ask without a limit, and main goes on only after this handler.
    answers.append(locking_box.mutex.acquire(timeout=0.1))


def put_alarm(signum, frame):
    box.put("alarm")


if __name__ == "__main__":
    locking_box = Interrupted()
    signal.signal(signal.SIGALRM, ask_for_the_lock)
    locking_box.put("item")
    print("in the middle of a Queue's put, its lock can be had:", answers[0])
    assert answers == [False]

    signal.signal(signal.SIGALRM, put_alarm)
    for _ in range(ALARMS):
        box.put("item")
        signal.raise_signal(signal.SIGALRM)
    arrived = [box.get() for _ in range(box.qsize())]
    for name in "item", "alarm":
        print(f"{name}s that have arrived in the SimpleQueue:", arrived.count(name))
    assert arrived == ["item", "alarm"] * ALARMS

    # No step of Python is in its put, between two of which a handler could run.
    in_python = {
        kind.__name__: hasattr(kind.put, "__code__")
        for kind in (queue.Queue, queue.SimpleQueue)
    }
    print("put is written in Python:", in_python)
    assert in_python == {"Queue": True, "SimpleQueue": False}

    lacks = [name for name in ("join", "task_done", "full") if not hasattr(box, name)]
    print("a SimpleQueue lacks", ", ".join(lacks))
    assert lacks == ["join", "task_done", "full"]
