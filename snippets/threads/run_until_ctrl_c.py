# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""Ctrl-C or SIGTERM sets an event, every thread ends by itself, and main joins them."""

import os
import signal
import threading
import time


def run_until_ctrl_c(*targets):
    """Run each target(stop) in a thread; Ctrl-C and SIGTERM set the event stop."""
    stop = threading.Event()
    before = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)}

    def ask(*_):
        for number, handler in before.items():
            signal.signal(number, handler)  # a second one is no longer caught
        stop.set()  # the point

    for number in before:
        signal.signal(number, ask)
    threads = [threading.Thread(target=target, args=[stop]) for target in targets]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        ask()


def work(stop):
    try:
        at_work.wait()
        assert stop.wait(5), "nobody has told it to stop"
    finally:
        ended.append(time.perf_counter())


def press(stop):
    at_work.wait()  # until both workers are there
    sent.append(time.perf_counter())
    os.kill(os.getpid(), number)  # what Ctrl-C sends, or kill


if __name__ == "__main__":
    mine = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for number in (signal.SIGINT, signal.SIGTERM):
        at_work, sent, ended = threading.Barrier(3), [], []
        before = signal.getsignal(number)
        run_until_ctrl_c(work, work, press)
        took = max(ended) - sent[0]
        print(f"{number.name}: both workers ended after {took * 1000:.1f} ms")
        assert len(ended) == 2 and took < 5
        assert signal.getsignal(number) == before
        assert threading.active_count() == 1
