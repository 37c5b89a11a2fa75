"""A handler may put into a SimpleQueue; a Queue may be locked by its own thread."""

import queue
import signal

ALARMS = 50
box = queue.SimpleQueue()
answers, alarms = [], []


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
    alarms.append(signum)


if __name__ == "__main__":
    locking_box = Interrupted()
    signal.signal(signal.SIGALRM, ask_for_the_lock)
    locking_box.put("item")
    print("in the middle of a Queue's put, its lock can be had:", answers[0])
    assert answers == [False]

    signal.signal(signal.SIGALRM, put_alarm)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)  # at any moment from here on
    items = 0
    while len(alarms) < ALARMS:
        box.put("item")
        items += 1
    signal.setitimer(signal.ITIMER_REAL, 0)

    arrived = [box.get() for _ in range(box.qsize())]
    for name, count in ("alarm", len(alarms)), ("item", items):
        print(f"{name}s put into the SimpleQueue and arrived:", arrived.count(name))
        assert arrived.count(name) == count

    lacks = [name for name in ("join", "task_done", "full") if not hasattr(box, name)]
    print("a SimpleQueue lacks", ", ".join(lacks))
    assert lacks == ["join", "task_done", "full"]
