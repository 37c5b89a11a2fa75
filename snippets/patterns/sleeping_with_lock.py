"""Who sleeps with the limiter's lock keeps out those who would rather not wait."""

import threading
import time

GAP = 60.0  # seconds; the program does not really sleep


class WithLock:
    def __init__(self, sleep):
        self.lock, self.free_at, self.sleep = threading.Lock(), time.monotonic(), sleep

    def wait(self):
        with self.lock:
            self.sleep(self.free_at - time.monotonic())
            self.free_at = time.monotonic() + GAP

    def delay(self):
        """How long a caller would have to wait; None if it is hard to say."""
        if not self.lock.acquire(timeout=0.1):
            return None
        try:
            return max(0.0, self.free_at - time.monotonic())
        finally:
            self.lock.release()


class Reserved(WithLock):
    def wait(self):
        with self.lock:
            mine = max(self.free_at, time.monotonic())
            self.free_at = mine + GAP  # the slot is taken; now anybody may ask
        self.sleep(mine - time.monotonic())


def ask_while_one_sleeps(kind):
    asleep, wake = threading.Event(), threading.Event()
    limiter = kind(sleep=lambda seconds: (asleep.set(), wake.wait()))
    sleeper = threading.Thread(target=limiter.wait, name="sleeper")
    sleeper.start()
    asleep.wait()
    answer = limiter.delay()
    wake.set()
    sleeper.join()
    return answer


with_lock = ask_while_one_sleeps(WithLock)
print("asleep with the lock:   ", with_lock)
assert with_lock is None
reserved = ask_while_one_sleeps(Reserved)
print(f"asleep without the lock: wait {reserved:.0f} s, or go elsewhere")
assert 0 < reserved <= GAP
