# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 5
# ///
"""Threads that name the same locks in any order take them in one: no ring can form."""

import contextlib
import threading


@contextlib.contextmanager
def all_locked(*locks):
    """Hold `locks` for a `with` block; each thread takes them in the same order."""
    with contextlib.ExitStack() as stack:
        locks = list(dict.fromkeys(locks))  # none twice
        locks.sort(key=id)  # the point
        for lock in locks:
            stack.enter_context(lock)
        yield


class MeetingLock:
    """A lock whose holder waits until somebody holds the other one, if anybody can."""

    def __init__(self):
        self.lock = threading.Lock()

    def __enter__(self):
        self.lock.acquire()
        with contextlib.suppress(threading.BrokenBarrierError):
            meeting.wait(timeout=0.3)

    def __exit__(self, *error):
        self.lock.release()


def move(name, *locks):
    begin.wait()
    with contextlib.suppress(LookupError), all_locked(*locks):
        moved.append(name)
        raise LookupError


left, right = MeetingLock(), MeetingLock()
begin, meeting = threading.Barrier(2), threading.Barrier(2)
moved = []

if __name__ == "__main__":
    orders = [("there", left, right, left), ("back", right, left)]
    threads = [threading.Thread(target=move, args=order) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    free = [one.lock.acquire(blocking=False) for one in (left, right)]
    print("moved:", *sorted(moved), "- both locks are free again:", all(free))
    assert sorted(moved) == ["back", "there"] and all(free)
