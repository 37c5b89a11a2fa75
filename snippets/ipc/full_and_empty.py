"""put and get wait, unless told not to: then they raise Full and Empty."""

import multiprocessing
import queue
import time


def attempt(call, *args, **options):
    start = time.monotonic()
    try:
        call(*args, **options)
    except (queue.Full, queue.Empty) as error:
        words = [f"{name}={value}" for name, value in options.items()]
        print(" ", call.__name__, *words, "->", type(error).__name__)
    else:
        raise AssertionError("there was no exception")
    if options == {"timeout": 0.1}:
        assert time.monotonic() - start > 0.09


def fill(letters, conn):
    letters.put("A")
    letters.put("B")
    print("child: the queue is full")
    attempt(letters.put, "C", timeout=0.1)
    attempt(letters.put_nowait, "C")
    attempt(letters.put, "C", block=False, timeout=60)
    start = time.monotonic()
    conn.send(True)
    letters.put("C")
    assert time.monotonic() - start > 0.19
    print("child: put waited until main had taken one")
    conn.recv()
    time.sleep(0.2)
    letters.put("D")


if __name__ == "__main__":
    letters = multiprocessing.Queue(maxsize=2)
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=fill, args=[letters, there])
    child.start()
    here.recv()
    time.sleep(0.2)
    taken = [letters.get() for _ in "ABC"]
    print("main: taken", taken, "so the queue is empty")
    assert taken == ["A", "B", "C"]
    attempt(letters.get, timeout=0.1)
    attempt(letters.get_nowait)
    attempt(letters.get, block=False, timeout=60)
    start = time.monotonic()
    here.send(True)
    assert letters.get() == "D"
    assert time.monotonic() - start > 0.19
    print("main: get waited until the child had put one")
    child.join()
