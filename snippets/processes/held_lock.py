# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""A lock that another thread holds at the fork is never released in the child."""

import multiprocessing
import sys
import threading

lock = threading.Lock()


def hold_lock(held, release):
    with lock:
        held.set()
        release.wait()


def try_lock(parent_is_free):
    parent_is_free.wait()
    free = lock.acquire(blocking=False)
    print(f"child: its only thread finds the lock free: {free}")
    assert threading.active_count() == 1
    sys.exit(0 if free else 1)


if __name__ == "__main__":
    held, release = threading.Event(), threading.Event()
    holder = threading.Thread(target=hold_lock, args=(held, release))
    holder.start()
    held.wait()

    context = multiprocessing.get_context(sys.argv[1])
    parent_is_free = context.Event()
    child = context.Process(target=try_lock, args=(parent_is_free,))
    child.start()
    release.set()
    holder.join()
    print(f"main:  the thread has released the lock: {not lock.locked()}")
    assert not lock.locked()

    parent_is_free.set()
    child.join()
    assert child.exitcode == (1 if sys.argv[1] == "fork" else 0)
