"""A semaphore that begins at 0 keeps each release until an acquire uses it."""

import threading

ready = threading.Semaphore(0)
order = []


def waiter():
    ready.acquire()
    order.append("waiter goes on")


if __name__ == "__main__":
    thread = threading.Thread(target=waiter, name="waiter")
    thread.start()
    thread.join(timeout=0.1)
    assert order == [] and thread.is_alive()
    order.append("main releases, having never acquired")
    ready.release()
    thread.join()

    order.append("main releases three times, nobody waits")
    ready.release(3)
    answers = [ready.acquire(blocking=False) for _ in range(4)]
    order.append(f"four calls of acquire after that: {answers}")
    print(*order, sep="\n")
    assert order[1] == "waiter goes on"
    assert answers == [True, True, True, False]
