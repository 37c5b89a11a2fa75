"""Two RLocks taken in opposite order block two threads as two Locks would."""

import threading

begin = threading.Barrier(2)
answers = []


def take(first, second):
    with first:
        begin.wait()  # now each thread holds its first lock
        answers.append(second.acquire(timeout=0.2))
        begin.wait()  # both give up before either lets go


if __name__ == "__main__":
    for kind in ("Lock", "RLock"):
        answers.clear()
        ann, bob = (getattr(threading, kind)() for _ in range(2))
        threads = [
            threading.Thread(target=take, args=(ann, bob)),
            threading.Thread(target=take, args=(bob, ann)),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{kind:5}: did each thread get its second lock? {answers}")
        assert answers == [False, False]
