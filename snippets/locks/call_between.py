# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# repeat = 20
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""With a call between the read and the write, any number of updates may be lost."""

import threading

STEPS = 400_000
count = 0
begin = threading.Barrier(2)


def one():
    return 1


def add():
    global count
    begin.wait()
    for _ in range(STEPS):
        count = count + one()  # wrong: another thread may write during the call


if __name__ == "__main__":
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print("all counted" if count == 2 * STEPS else "updates lost")
    assert 2 <= count <= 2 * STEPS
