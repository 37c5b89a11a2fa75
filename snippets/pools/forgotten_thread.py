# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""A thread that waits for a queue keeps the program from ending."""

import queue
import threading

orders = queue.Queue()


def consumer():
    while True:
        order = orders.get()
        print("order:", order)
        orders.task_done()


threading.Thread(target=consumer, name="consumer").start()
orders.put("tea")
orders.join()
assert orders.empty()
print("last line of main")
