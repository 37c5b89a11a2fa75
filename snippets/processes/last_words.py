# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "KeyboardInterrupt"
# pythons = ["3.13", "3.14"]
# ///
"""A terminated child runs neither finally nor atexit, unless it handles SIGTERM."""

import atexit
import multiprocessing
import os
import signal
import sys
import time


def work(words, handles_sigterm):
    # A shell may start background jobs with SIGINT ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.tracebacklimit = 0  # a short message is enough here
    if handles_sigterm:
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(3))
    atexit.register(words.send, "atexit")
    try:
        words.send("ready")
        while True:  # one long sleep may begin just after the signal
            time.sleep(0.01)
    finally:
        words.send("finally")


def last_words(end, handles_sigterm=False):
    """End a child by end(child); return its exit code and what it still ran."""
    spawn = multiprocessing.get_context("spawn")
    reader, writer = spawn.Pipe(duplex=False)
    child = spawn.Process(target=work, args=(writer, handles_sigterm))
    child.start()
    assert reader.recv() == "ready"
    end(child)
    child.join()
    ran = []
    while reader.poll():
        ran.append(reader.recv())
    handler = "with a handler" if handles_sigterm else ""
    print(f"{end.__name__:<10}{handler:<15} exit code {child.exitcode:>3}   ran {ran}")
    return child.exitcode, ran


def interrupt(child):
    if sys.version_info >= (3, 14):
        child.interrupt()
    else:
        os.kill(child.pid, signal.SIGINT)


if __name__ == "__main__":
    Process = multiprocessing.Process
    assert hasattr(Process, "interrupt") == (sys.version_info >= (3, 14))
    assert last_words(Process.kill) == (-9, [])
    assert last_words(Process.terminate) == (-15, [])
    assert last_words(Process.terminate, True) == (3, ["finally", "atexit"])
    assert last_words(interrupt) == (1, ["finally", "atexit"])
