"""Two calls run in main, one after the other; two threads wait at one time."""

import threading
import time

steps, waits = [], []


def job(number, meeting):
    note(f"job {number} begins in {threading.current_thread().name}")
    meeting.wait()  # until all of them are at work who are to meet here
    slept_from = time.perf_counter()
    time.sleep(0.4)
    waits.append((slept_from, time.perf_counter()))
    note(f"job {number} ends")


def note(step):  # helper
    steps.append(step)
    print(step)


begin = time.perf_counter()
job(1, threading.Barrier(1))
job(2, threading.Barrier(1))
in_a_row = time.perf_counter() - begin
assert steps[0::2] == [f"job {n} begins in MainThread" for n in (1, 2)]
assert steps[1::2] == ["job 1 ends", "job 2 ends"]
assert waits[0][1] <= waits[1][0]  # the second wait begins after the first one

steps.clear()
waits.clear()
both = threading.Barrier(2)
begin = time.perf_counter()
first = threading.Thread(target=job, args=(3, both), name="first")
second = threading.Thread(target=job, args=(4, both), name="second")
first.start()  # the point
second.start()  # the point
first.join()  # the point
second.join()  # the point
together = time.perf_counter() - begin
assert sorted(steps[:2]) == ["job 3 begins in first", "job 4 begins in second"]
assert sorted(steps[2:]) == ["job 3 ends", "job 4 ends"]

print(f"two calls:   {in_a_row:.2f} s")
print(f"two threads: {together:.2f} s")
assert in_a_row >= 0.8  # two jobs of 0.4 s each
assert together < in_a_row
(begin_one, end_one), (begin_other, end_other) = waits
assert max(begin_one, begin_other) < min(end_one, end_other)  # the waits overlap
