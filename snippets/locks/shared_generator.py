"""A generator raises ValueError if a second thread asks while it runs for a first."""

import threading

running = threading.Event()
asked = threading.Event()


def numbers():
    for number in range(4):
        running.set()
        asked.wait()  # a thread waits in here for its next number
        yield number


def take():
    with lock:
        taken.append(next(shared))


if __name__ == "__main__":
    lock = threading.Lock()
    taken = []
    shared = numbers()
    threads = [threading.Thread(target=take) for _ in range(4)]
    threads[0].start()
    running.wait()
    error = None
    try:
        next(shared)
    except ValueError as raised:
        error = str(raised)
    print("main asks without the lock:", error)
    assert error == "generator already executing"

    for thread in threads[1:]:
        thread.start()
    asked.set()
    for thread in threads:
        thread.join()
    print("four threads ask with the lock:", taken)
    assert taken == [0, 1, 2, 3]
