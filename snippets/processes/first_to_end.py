"""connection.wait() returns the sentinels of the children that ended, in any order."""

import multiprocessing
from multiprocessing.connection import wait


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = {name: multiprocessing.Event() for name in ("red", "green", "blue")}
    children = {}
    for name, event in may_end.items():
        child = multiprocessing.Process(target=work, args=(event,), name=name)
        child.start()
        children[child.sentinel] = child
    assert wait(children, timeout=0) == []

    for name in ("green", "blue", "red"):
        may_end[name].set()
        (sentinel,) = wait(children)
        child = children.pop(sentinel)
        child.join()  # returns at once, and makes sure of the exit code
        print(f"{child.name:<5} ended with {child.exitcode}; running: {len(children)}")
        assert child.name == name
        assert all(other.is_alive() for other in children.values())
