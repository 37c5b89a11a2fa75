"""Two calls run in main, one after the other; two threads are at work at one time."""

import threading
import time


def job(number):
    ran_in.append(threading.current_thread().name)
    print(f"job {number} begins in {threading.current_thread().name}")
    time.sleep(0.4)
    print(f"job {number} ends")


ran_in = []
begin = time.perf_counter()
job(1)
job(2)
in_a_row = time.perf_counter() - begin
assert ran_in == ["MainThread", "MainThread"]
assert in_a_row >= 0.8  # two jobs of 0.4 s each

begin = time.perf_counter()
first = threading.Thread(target=job, args=(3,), name="first")
second = threading.Thread(target=job, args=(4,), name="second")
first.start()
second.start()
overlap = first.is_alive() and second.is_alive()
first.join()
second.join()
together = time.perf_counter() - begin
assert sorted(ran_in[2:]) == ["first", "second"]
assert overlap

print(f"two calls:   {in_a_row:.2f} s")
print(f"two threads: {together:.2f} s, alive at one time: {overlap}")
