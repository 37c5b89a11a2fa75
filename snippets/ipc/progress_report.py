# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A handler for SIGUSR1 lets a busy process report how far it is, and work on."""

import multiprocessing
import os
import signal


def count(conn):
    def report(signum, frame):
        conn.send(number)

    signal.signal(signal.SIGUSR1, report)
    number = 0
    conn.send("ready")
    while True:
        number += 1


if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=count, args=[there], name="counter")
    child.start()
    assert here.recv() == "ready"
    reports = []
    while len(reports) < 3 or reports[-1] == reports[0]:
        assert not here.poll(timeout=0.05)  # let it work: nothing comes unasked
        os.kill(child.pid, signal.SIGUSR1)
        reports.append(here.recv())
        print(f"please report: {reports[-1]:,}")
    child.terminate()
    child.join()
    assert reports == sorted(reports) and reports[0] < reports[-1]
    assert child.exitcode == -signal.SIGTERM  # it has worked until then
