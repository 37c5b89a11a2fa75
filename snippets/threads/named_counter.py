"""The constructor's args, kwargs and name reach the job, and main is MainThread."""

import threading
import time


def count(title, *, last):
    me = threading.current_thread().name
    seen.append((title, me))
    print(f"{title}, in {me}")
    for number in range(1, last + 1):
        time.sleep(0.05)
        print(f"{me}: {number}")
        numbers.append(number)


numbers, seen = [], []
thread = threading.Thread(
    target=count, args=["counting"], kwargs={"last": 5}, name="counter"
)
print(threading.current_thread().name, "starts it")
thread.start()
thread.join()
print(threading.current_thread().name, "goes on after the join")
assert numbers == [1, 2, 3, 4, 5]
assert seen == [("counting", "counter")]
assert thread.name == "counter"
assert threading.current_thread().name == "MainThread"
