# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = '(?s)in get\b.*in _shutdown'
# ///
"""A watchdog ends a program that hangs at its exit, and shows its stacks."""

import faulthandler
import queue
import threading

orders = queue.Queue()


def wait_for_orders():
    while True:
        print("order:", orders.get())


faulthandler.dump_traceback_later(0.5, exit=True)
threading.Thread(target=wait_for_orders, name="consumer").start()
orders.put("tea")
print("last line of main")
