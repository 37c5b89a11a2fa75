# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""No child outlives its patience: what is left after SIGTERM and a wait is killed."""

import multiprocessing
import os
import signal
import sys
import time


def end_processes(children, patience):
    """End these Process objects, which have patience seconds together to tidy up."""
    children = [child for child in children if child.pid]  # the others have not begun
    for child in children:
        child.terminate()
    deadline = time.monotonic() + patience
    for child in children:
        child.join(max(0, deadline - time.monotonic()))
        if child.exitcode is None:
            child.kill()  # the point
    for child in children:
        child.join()


def work(kind, ready):
    match kind:
        case "tidies up":
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
        case "ignores SIGTERM":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        case "has ended":
            os._exit(3)
    ready.set()
    if kind == "is stopped":
        os.kill(os.getpid(), signal.SIGSTOP)
    while True:
        time.sleep(0.01)


if __name__ == "__main__":
    kinds = {"tidies up": 7, "ignores SIGTERM": -9, "is stopped": -9, "has ended": 3}
    kinds |= {"has not begun": None}
    children = []
    for kind in kinds:
        ready = multiprocessing.Event()
        child = multiprocessing.Process(target=work, args=(kind, ready))
        children.append(child)
        if kind != "has not begun":
            child.start()
            child.join() if kind == "has ended" else ready.wait()
    began = time.monotonic()
    end_processes(iter(children), patience=2)
    took = time.monotonic() - began
    for kind, child in zip(kinds, children, strict=True):
        print(f"{kind:<16} exit code {child.exitcode}")
    assert [child.exitcode for child in children] == [*kinds.values()]
    assert 2 <= took < 4  # two of them use it up, and have it together
