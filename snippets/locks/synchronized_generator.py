# /// script
# requires-python = ">=3.15"
# dependencies = []
# [tool.proof]
# pythons = ["3.15"]
# ///
"""A generator with synchronized_iterator makes the second thread wait, not fail."""

import threading

running = threading.Event()
asked = threading.Event()
taken = []
copied = []


@threading.synchronized_iterator
def numbers():
    for number in range(4):
        running.set()
        asked.wait()  # a thread waits in here for its next number
        yield number


def take(shared):
    taken.append(next(shared))


def copy(iterator):
    copied.append(list(iterator))


if __name__ == "__main__":
    shared = numbers()
    threads = [threading.Thread(target=take, args=(shared,)) for _ in range(4)]
    threads += [
        threading.Thread(target=copy, args=(each,))
        for each in threading.concurrent_tee(iter(range(1000)))
    ]
    for thread in threads:
        thread.start()
    running.wait()
    print("the generator runs for one thread, taken so far:", taken)
    assert taken == []
    asked.set()
    for thread in threads:
        thread.join()
    print("each thread got a number of its own:", sorted(taken))
    assert sorted(taken) == [0, 1, 2, 3]
    print("two copies by concurrent_tee have", *map(len, copied), "numbers")
    assert copied == [list(range(1000))] * 2
