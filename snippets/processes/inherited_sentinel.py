# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A grandchild that inherits a forked child's sentinel makes join(timeout) too long."""

import multiprocessing
import os
import time
from multiprocessing.connection import wait


def work(messages):
    if os.fork() == 0:
        messages.recv()  # the grandchild goes on until it is told to end
    os._exit(0)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=work, args=(there,))
    child.start()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    print("the child has ended, and its child has not")

    began = time.perf_counter()
    child.join(timeout=0.3)
    waited = time.perf_counter() - began
    print(f"join(timeout=0.3) took {waited:.1f} s, then exitcode is {child.exitcode}")
    assert waited >= 0.3 and child.exitcode == 0
    assert wait([child.sentinel], timeout=0) == []

    here.send("end")
    assert wait([child.sentinel], timeout=5) == [child.sentinel]
    print("the sentinel is ready now that the grandchild has ended")
