# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# stderr = "ValueError"
# wrong = "hangs"
# ///
"""A consumer that dies of one bad item leaves main waiting for the rest for ever."""

import queue
import threading


def consume():
    while (text := items.get()) != "end":
        print("got", int(text), flush=True)  # wrong: an exception ends the thread
        items.task_done()


items = queue.Queue()
threading.Thread(target=consume, name="consumer").start()
for text in ("1", "two", "3", "end"):
    items.put(text)
items.join()
raise SystemExit("all items were done")
