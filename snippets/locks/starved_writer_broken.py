# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: 6 readers went first"
# ///
"""While readers overlap, a lock that lets every reader in never lets the writer in."""

import sys
import threading

sys.tracebacklimit = 0  # the last line of the traceback is enough
READERS = 6
condition = threading.Condition()
readers = writers_waiting = 0
order = []


def read(number):
    global readers
    with condition:
        condition.wait_for(may_read)
        readers += 1
        order.append(f"reader{number}")
    came_in[number].set()
    if number == 0:
        writer_waits.wait()
    if number + 1 < READERS:  # reads on until the next reader has come in, if it can
        next_one = threading.Thread(target=read, args=(number + 1,))
        threads.append(next_one)
        next_one.start()
        came_in[number + 1].wait(timeout=1)
    with condition:
        readers -= 1
        condition.notify_all()


def may_read():
    return True  # wrong: a waiting writer does not count


def write():
    global writers_waiting
    with condition:
        writers_waiting += 1
        writer_waits.set()
        condition.wait_for(lambda: readers == 0)
        writers_waiting -= 1
        order.append("writer")
        condition.notify_all()


came_in = [threading.Event() for _ in range(READERS)]
writer_waits = threading.Event()
if __name__ == "__main__":
    threads = [threading.Thread(target=read, args=(0,)), threading.Thread(target=write)]
    threads[0].start()
    came_in[0].wait()
    threads[1].start()
    for thread in threads:
        thread.join()
    print(*order)
    assert order.index("writer") == 1, f"{order.index('writer')} readers went first"
