# /// script
# [tool.proof]
# kind = "plain"
# ///
"""A daemon thread that reads for ever does not keep the program from ending."""

import queue
import threading


def read_for_ever():
    while True:
        print("read", box.get())
        box.task_done()


box = queue.Queue()
reader = threading.Thread(target=read_for_ever, daemon=True)
reader.start()
for word in ("one", "two", "three"):
    box.put(word)
box.join()  # until all three have been read
print("main ends, the reader is alive:", reader.is_alive())
assert reader.is_alive()
