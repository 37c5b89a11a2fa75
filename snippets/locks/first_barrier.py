# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Three threads load their part, and none computes before all three have loaded."""

import random
import threading
import time

barrier = threading.Barrier(3)
steps = []


def work(number):
    time.sleep(random.uniform(0, 0.1))
    print(f"thread {number} has loaded its part")
    steps.append("loaded")
    barrier.wait()
    print(f"thread {number} computes")
    steps.append("computes")


if __name__ == "__main__":
    threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert steps == ["loaded"] * 3 + ["computes"] * 3
