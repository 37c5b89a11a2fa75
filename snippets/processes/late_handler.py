# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A signal's handler waits for the end of a long C call that does not look for it."""

import signal
import time

heard = []


def loop_in_python():
    for _ in range(5_000_000):
        pass


def sum_of_range():
    sum(range(5_000_000))


def power_of_int():
    pow(3, 1_000_000)


def cpu_time_of_handler(call):
    """Send a signal early in the call; return when it is handled, 0 to 1."""
    heard.clear()
    signal.setitimer(signal.ITIMER_PROF, 0.005)  # counts CPU time
    begin = time.thread_time()
    call()
    end = time.thread_time()
    while not heard:
        pass
    return (heard[0] - begin) / (end - begin)


signal.signal(signal.SIGPROF, lambda signum, frame: heard.append(time.thread_time()))
print("the handler runs when so much of the call is done:")
parts = {}
for call in (loop_in_python, sum_of_range, power_of_int):
    parts[call] = cpu_time_of_handler(call)
    print(f"{call.__name__:<15} {min(parts[call], 1):4.0%}")
assert parts[loop_in_python] < 0.9
assert parts[sum_of_range] > 0.95
assert parts[power_of_int] < 0.9
