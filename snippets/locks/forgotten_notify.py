"""A notify() before the wait is forgotten; an event, a semaphore and data keep."""

import threading

condition = threading.Condition()
event = threading.Event()
semaphore = threading.Semaphore(0)
letters = []

# First the news, while nobody waits for it.
with condition:
    letters.append("letter")
    condition.notify()
event.set()
semaphore.release()

# Then the wait.
with condition:
    answers = {
        "condition.wait": condition.wait(timeout=0.2),
        "event.wait": event.wait(timeout=0.2),
        "semaphore.acquire": semaphore.acquire(timeout=0.2),
        "condition.wait_for(data)": condition.wait_for(lambda: letters, timeout=0.2),
    }
for name, answer in answers.items():
    print(f"{name:25} {answer}")
assert list(answers.values()) == [False, True, True, ["letter"]]
