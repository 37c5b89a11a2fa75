"""A set() that is cleared before a thread waits is lost; a semaphore keeps it."""

import threading

news = threading.Event()
copies = threading.Semaphore(0)
at_work = threading.Event()
work_done = threading.Event()
heard = {}


def reader():
    at_work.set()
    work_done.wait()  # busy with something else
    heard["event"] = news.wait(timeout=0.2)
    heard["semaphore"] = copies.acquire(timeout=0.2)


if __name__ == "__main__":
    thread = threading.Thread(target=reader, name="reader")
    thread.start()
    at_work.wait()

    news.set()
    news.clear()  # "so that it is ready for the next time"
    copies.release()
    print("main has told the news while the reader was busy")
    work_done.set()
    thread.join()

    print("the reader hears of it from the event:    ", heard["event"])
    print("the reader hears of it from the semaphore:", heard["semaphore"])
    assert heard == {"event": False, "semaphore": True}
