"""With a callback main neither waits for the data nor asks: it is told."""

import socket
from concurrent.futures import ThreadPoolExecutor


def told(future):
    steps.append(f"callback: has {future.result()}")


steps = []
here, there = socket.socketpair()
with here, there, ThreadPoolExecutor(1, thread_name_prefix="helper") as pool:
    future = pool.submit(here.recv, 100)  # returns at once
    future.add_done_callback(told)
    steps.append("main:     goes on, and sends the data itself")
    there.sendall(b"news")

print(*steps, sep="\n")
assert [step[:8] for step in steps] == ["main:   ", "callback"]
assert steps[1] == "callback: has b'news'"
