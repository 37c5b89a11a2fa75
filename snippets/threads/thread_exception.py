# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "(?s)in thread failing:.*ValueError: no such page"
# ///
"""An exception that nobody catches ends its own thread, and nothing else."""

import threading


def fail():
    raise ValueError("no such page")


def wait():
    may_end.wait()
    print("sibling: I have finished")
    finished.append("sibling")


may_end, finished = threading.Event(), []
sibling = threading.Thread(target=wait, name="sibling")
failing = threading.Thread(target=fail, name="failing")
sibling.start()
try:
    failing.start()
    failing.join()
except ValueError:
    raise SystemExit("the exception has come to main") from None
print("main:    join() has returned, no exception came")
assert not failing.is_alive()
assert sibling.is_alive()

may_end.set()
sibling.join()
assert finished == ["sibling"]
print("main:    the end, with exit code 0")
