"""After one timeout a barrier is broken for everybody, until it is reset."""

import threading
from collections import Counter

barrier = threading.Barrier(3)
outcomes = []


def come(timeout=None):
    try:
        barrier.wait(timeout)
        outcomes.append("passed")
    except threading.BrokenBarrierError:
        outcomes.append("BrokenBarrierError")


def meet(*timeouts):
    outcomes.clear()
    threads = [threading.Thread(target=come, args=(limit,)) for limit in timeouts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(outcomes)


if __name__ == "__main__":
    two = meet(None, 0.2)
    print("two of three come, one has a timeout:", dict(two))
    assert two == {"BrokenBarrierError": 2} and barrier.broken

    three = meet(None, None, None)
    print("then all three come:                 ", dict(three))
    assert three == {"BrokenBarrierError": 3}

    barrier.reset()
    three = meet(None, None, None)
    print("all three come after reset():        ", dict(three))
    assert three == {"passed": 3} and not barrier.broken
