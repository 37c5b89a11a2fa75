# /// script
# [tool.proof]
# kind = "plain"
# ///
"""Two children add to one Value, and its lock keeps every addition."""

import multiprocessing


def add(counter):
    for _ in range(1_000):
        with counter.get_lock():
            counter.value += 1


if __name__ == "__main__":
    counter = multiprocessing.Value("i", 0)
    children = [multiprocessing.Process(target=add, args=[counter]) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("the counter is at", counter.value)
    assert counter.value == 2_000
