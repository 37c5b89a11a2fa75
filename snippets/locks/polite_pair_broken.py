# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = 'AssertionError: busy, and progress: \[\]'
# ///
"""Two threads that give way at the same time, again and again, never get anywhere."""

import random
import sys
import threading
import time

sys.tracebacklimit = 0  # the last line of the traceback is enough
ROUNDS = 60
a, b = threading.Lock(), threading.Lock()
in_step = threading.Barrier(2)  # the unlucky timing, made certain
progress, cpu_time = [], {}


def work(name, mine, other):
    for _ in range(ROUNDS):
        tries = random.random() < 1.0  # wrong: always, so both at the same time
        in_step.wait()
        if tries:
            mine.acquire()
        in_step.wait()  # if both try, both hold one lock now
        if tries and other.acquire(blocking=False):
            progress.append(name)
            other.release()
        in_step.wait()
        if tries:
            mine.release()  # after you!
        sum(range(200_000))  # both keep themselves busy
    cpu_time[name] = time.thread_time()


if __name__ == "__main__":
    needs = {"Ann": (a, b), "Bob": (b, a)}
    threads = [
        threading.Thread(target=work, args=(name, *locks), name=name)
        for name, locks in needs.items()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("rounds in which somebody got both locks:", len(progress), "of", ROUNDS)
    assert min(cpu_time.values()) > 0.02
    assert set(progress) == {"Ann", "Bob"}, f"busy, and progress: {progress}"
