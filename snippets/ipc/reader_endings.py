"""Of three ways to end a reader, only the stop mark lets it handle every item."""

import multiprocessing
import queue

ITEMS = 6


def write(items, pause):
    for number in range(ITEMS):
        if number == ITEMS // 2:
            pause.wait()
        items.put(number)
    items.put(None)  # the stop mark


def read(items, timeout, time_for_one, handled):
    try:
        while items.get(timeout=timeout) is not None:
            time_for_one.acquire()
            handled.value += 1
    except queue.Empty:
        print("the reader gives up")


def run(ending):
    """Return how many items the reader has handled."""
    items, pause = multiprocessing.Queue(), multiprocessing.Event()
    handled = multiprocessing.RawValue("i")
    timeout = 0.1 if ending == "timeout" else None
    time_for = multiprocessing.Semaphore(ITEMS // 2 if ending == "terminate" else ITEMS)
    arguments = [items, timeout, time_for, handled]
    reader = multiprocessing.Process(target=read, args=arguments)
    writer = multiprocessing.Process(target=write, args=[items, pause])
    reader.start()
    writer.start()
    if ending == "timeout":
        reader.join()  # the writer's pause is longer than the reader's patience
    pause.set()
    writer.join()
    if ending == "terminate":
        reader.terminate()
    reader.join()
    return handled.value


if __name__ == "__main__":
    for ending in ("stop mark", "timeout", "terminate"):
        handled = run(ending)
        print(f"{ending:10} {handled} of {ITEMS} items handled")
        assert (handled == ITEMS) == (ending == "stop mark")
