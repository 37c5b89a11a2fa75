"""A plain acquire waits and returns True; with a limit or without waiting, False."""

import threading

lock = threading.Lock()
asked = threading.Event()
answers = []


def ask():
    answers.append(lock.acquire(blocking=False))  # the point
    print("acquire(blocking=False): ", answers[-1])
    answers.append(lock.acquire(timeout=0.1))  # the point
    print("acquire(timeout=0.1):    ", answers[-1])
    asked.set()
    answers.append(lock.acquire())  # the point
    print("acquire():               ", answers[-1])
    lock.release()


if __name__ == "__main__":
    thread = threading.Thread(target=ask, name="asking")
    with lock:
        thread.start()
        asked.wait()
        thread.join(timeout=0.1)
        assert answers == [False, False]
        assert thread.is_alive()  # it waits in acquire()
        print("main still holds the lock and releases it now")
    thread.join()
    assert answers == [False, False, True]
