"""put counts up and task_done counts down; join waits for zero, the least there is."""

import multiprocessing
import queue
import threading
import time

if __name__ == "__main__":
    items = multiprocessing.JoinableQueue()
    more = set(dir(items)) - set(dir(multiprocessing.Queue()))
    methods = {name for name in more if not name.startswith("_")}
    print("methods that a Queue lacks:", *sorted(methods))
    assert methods == {"join", "task_done"}
    assert methods < set(dir(queue.Queue()))

    items.join()
    print("nothing was put, and join returns")
    items.put("A")
    items.put("B")
    joiner = threading.Thread(target=items.join, name="joiner")
    joiner.start()
    assert items.get() + items.get() == "AB"
    items.task_done()
    time.sleep(0.1)
    print("two taken, one done: join waits")
    assert joiner.is_alive()

    items.task_done()
    joiner.join()
    print("two taken, two done: join has returned")
    try:
        items.task_done()
    except ValueError as error:
        print("once more: ValueError:", error)
    else:
        raise AssertionError("a third one was counted")
