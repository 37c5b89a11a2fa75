# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""With a lock around each change the number that two threads change stays right."""

import threading

var = [5]
lock = threading.Lock()


def increase():
    for _ in range(100_000):
        with lock:
            var[0] += 1


def decrease():
    for _ in range(100_000):
        with lock:
            var[0] -= 1


if __name__ == "__main__":
    threads = [threading.Thread(target=increase), threading.Thread(target=decrease)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("5, raised and lowered equally often:", var[0])
    assert var[0] == 5
