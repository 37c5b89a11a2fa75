"""reset() sends away the thread that waits, and leaves the barrier in order."""

import threading
import time

barrier = threading.Barrier(2)
outcomes = []


def come():
    try:
        barrier.wait()
        outcomes.append("passed")
    except threading.BrokenBarrierError:
        outcomes.append("BrokenBarrierError")


if __name__ == "__main__":
    thread = threading.Thread(target=come, name="waiter")
    thread.start()
    while barrier.n_waiting == 0:
        time.sleep(0.01)
    print(f"{barrier.n_waiting} of {barrier.parties} wait; main calls reset()")
    barrier.reset()
    thread.join()
    print("the waiting thread gets", outcomes[0])
    print("the barrier is broken: ", barrier.broken)
    assert outcomes == ["BrokenBarrierError"]
    assert not barrier.broken
