"""Slots that are taken in order are not calls in order: who wakes late calls late."""

import threading
import time

GAP = 0.05
lock, second_has_called = threading.Lock(), threading.Event()
free_at, calls = time.monotonic(), []


def take_slot():
    global free_at
    with lock:
        mine = max(free_at, time.monotonic())
        free_at = mine + GAP
    return mine


def caller(name, slot, kept_away):
    time.sleep(max(0.0, slot - time.monotonic()))
    if kept_away:
        second_has_called.wait()  # awake, but without a CPU, for instance
    calls.append(name)
    if name == "second":
        second_has_called.set()


first_slot, second_slot = take_slot(), take_slot()
first = threading.Thread(target=caller, args=["first", first_slot, True], name="first")
second = threading.Thread(
    target=caller, args=["second", second_slot, False], name="second"
)
first.start()
second.start()
first.join()
second.join()
print(f"the slots are {second_slot - first_slot:.2f} s apart")
print("the calls came in the order:", *calls)
assert second_slot >= first_slot + GAP
assert calls == ["second", "first"]
