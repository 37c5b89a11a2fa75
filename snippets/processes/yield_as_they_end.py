# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""Children come in the order in which they end, whatever the order of their start."""

import multiprocessing
import signal
from multiprocessing.connection import wait


def as_they_end(children):
    """Yield each of these started Process objects when it has ended, joined."""
    running = {child.sentinel: child for child in children}
    while running:
        ended = wait(running)  # the point
        for sentinel in ended:
            child = running.pop(sentinel)
            child.join()
            yield child


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = {name: multiprocessing.Event() for name in ("red", "green", "blue")}
    children = [
        multiprocessing.Process(target=work, args=(event,), name=name)
        for name, event in may_end.items()
    ]
    for child in children:
        child.start()

    may_end["green"].set()
    order = []
    for child in as_they_end(children):
        print(f"{child.name:<5} ended with {child.exitcode}")
        order.append((child.name, child.exitcode))
        if child.name == "green":
            children[2].kill()
        elif child.name == "blue":
            may_end["red"].set()
    assert order == [("green", 0), ("blue", -signal.SIGKILL), ("red", 0)]
    assert len(list(as_they_end(children))) == 3  # of ended ones as well
