# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A child whose parent is killed runs on, and another process adopts it."""

import os
import signal
import time

reader, writer = os.pipe()
parent = os.fork()
if parent == 0:
    child = os.fork()
    if child == 0:
        before = os.getppid()
        while os.getppid() == before:
            time.sleep(0.01)
        time.sleep(0.2)
        os.write(writer, b"adopted")
        os._exit(0)
    signal.pause()

time.sleep(0.2)
print("main kills the parent")
os.kill(parent, signal.SIGKILL)
assert os.waitstatus_to_exitcode(os.waitpid(parent, 0)[1]) == -signal.SIGKILL
message = os.read(reader, 10).decode()
print("the child says:", message)
assert message == "adopted"
