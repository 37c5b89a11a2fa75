# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""A free lock can be taken between the question locked() and the acquire after it."""

import sys
import threading

lock = threading.Lock()
looked = threading.Event()
taken = threading.Event()
done = threading.Event()


def take():
    looked.wait()
    with lock:
        taken.set()
        done.wait()


if __name__ == "__main__":
    thread = threading.Thread(target=take, name="another")
    thread.start()
    answer = lock.locked()
    print("locked() says:", answer)
    looked.set()
    taken.wait()  # another thread is quicker
    success = lock.acquire(blocking=False)
    print("acquire says: ", success)
    done.set()
    thread.join()
    assert answer is False
    assert success is False

    kinds = [
        kind
        for kind in ("Lock", "RLock")
        if hasattr(getattr(threading, kind)(), "locked")
    ]
    print("who has locked():", *kinds)
    assert kinds == (["Lock", "RLock"] if sys.version_info >= (3, 14) else ["Lock"])
