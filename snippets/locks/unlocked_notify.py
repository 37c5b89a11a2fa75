"""notify and wait without the condition's lock raise RuntimeError."""

import threading

condition = threading.Condition()
messages = []
for call in (condition.notify, condition.notify_all, condition.wait):
    try:
        call()
    except RuntimeError as error:
        messages.append(str(error))
        print(f"{call.__name__ + ':':11} {error}")
assert len(messages) == 3

with condition:
    condition.notify()
print("with the lock, and nobody waiting: no error")
