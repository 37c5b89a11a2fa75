# /// script
# [tool.proof]
# kind = "plain"
# ///
"""A Timer calls its function once, after the delay, while main goes on."""

import threading


def ring(word):
    print("ring:", word)
    calls.append(word)


calls = []
timer = threading.Timer(0.2, ring, args=["tea is ready"])
timer.start()
print("main goes on")
timer.join()
print("the timer has ended")
assert calls == ["tea is ready"]
