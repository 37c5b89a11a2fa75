# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""If the handler restores the default, a second SIGTERM ends a shutdown that hangs."""

import multiprocessing
import os
import signal
import time

fork = multiprocessing.get_context("fork")
stopping = False


def first_time(signum, frame):
    global stopping
    stopping = True
    signal.signal(signum, signal.SIG_DFL)  # the next one is not for this handler


def service(report):
    signal.signal(signal.SIGTERM, first_time)
    report.send("runs")
    while not stopping:
        time.sleep(0.01)
    report.send("drains, and does not come to an end")
    time.sleep(60)


if __name__ == "__main__":
    here, there = fork.Pipe()
    child = fork.Process(target=service, args=(there,), name="service")
    child.start()
    print("the service", here.recv())
    os.kill(child.pid, signal.SIGTERM)
    print("SIGTERM: it", here.recv())
    assert child.is_alive()

    os.kill(child.pid, signal.SIGTERM)
    child.join()
    print("SIGTERM again: exit code", child.exitcode)
    assert child.exitcode == -signal.SIGTERM
