"""A message in a shared queue reaches one worker; a queue for each reaches all."""

import queue
import threading

WORKERS = 3


def listen(box, heard, name):
    while (message := box.get()) is not None:
        heard.append((name, message))
        box.task_done()


def send_to(boxes):
    """Say who hears of one message that is put into each of the queues."""
    heard, listeners = [], []
    for n in range(WORKERS):
        name, box = f"worker {n + 1}", boxes[n % len(boxes)]
        listeners.append(threading.Thread(target=listen, args=[box, heard, name]))
        listeners[-1].start()
    for box in boxes:
        box.put("new settings")
    for box in boxes:
        box.join()
    for n in range(WORKERS):
        boxes[n % len(boxes)].put(None)
    for listener in listeners:
        listener.join()
    return sorted(name for name, _ in heard)


shared = send_to([queue.Queue()])
print("one queue for all, heard by: ", *shared)
assert len(shared) == 1
own = send_to([queue.Queue() for _ in range(WORKERS)])
print("a queue for each, heard by:  ", *own)
assert own == ["worker 1", "worker 2", "worker 3"]
