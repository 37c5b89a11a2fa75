# /// script
# requires-python = ">=3.14"
# dependencies = []
# ///
"""A lock of multiprocessing tells since 3.14 whether any process holds it."""

import multiprocessing


def hold(lock, held, release):
    with lock:
        held.set()
        release.wait()


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    held, release = multiprocessing.Event(), multiprocessing.Event()
    child = multiprocessing.Process(target=hold, args=(lock, held, release))
    child.start()
    held.wait()
    while_held = lock.locked()
    release.set()
    child.join()
    print("while a child holds it:", while_held)
    print("after its end:         ", lock.locked())
    assert while_held and not lock.locked()
