# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A fork hands over anything, spawn and a queue only what can be pickled."""

import multiprocessing
import pickle
import socket
import threading

fork, spawn = (multiprocessing.get_context(way) for way in ("fork", "spawn"))
REFUSALS = (pickle.PicklingError, AttributeError, TypeError, RuntimeError)


def use(thing):
    assert thing is not None


def by_pickle(thing):
    use(pickle.loads(pickle.dumps(thing)))


def as_argument(context, thing):
    child = context.Process(target=use, args=[thing])
    child.start()
    child.join()
    assert child.exitcode == 0


def by_queue(thing):
    queue = fork.SimpleQueue()
    queue.put(thing)
    use(queue.get())


def succeeds(way, *args):
    try:
        way(*args)
    except REFUSALS:
        return "-"
    return "yes"


if __name__ == "__main__":
    with open(__file__) as file, socket.socket() as connection:
        things = {  # and what can be expected: pickle, fork, spawn, queue
            "a list of numbers": ([1, 2, 3], "yes yes yes yes"),
            "a function of a module": (use, "yes yes yes yes"),
            "a lambda": (lambda: None, "- yes - -"),
            "a generator": ((n for n in range(3)), "- yes - -"),
            "an open file": (file, "- yes - -"),
            "a module": (socket, "- yes - -"),
            "a lock for threads": (threading.Lock(), "- yes - -"),
            "a lock for processes": (spawn.Lock(), "- yes yes -"),
            "a socket": (connection, "- yes yes yes"),
        }
        print(f"{'':24}{'pickle':8}{'fork':8}{'spawn':8}queue")
        for name, (thing, expected) in things.items():
            found = [succeeds(by_pickle, thing), succeeds(as_argument, fork, thing)]
            found += [succeeds(as_argument, spawn, thing), succeeds(by_queue, thing)]
            print(f"{name:24}{found[0]:8}{found[1]:8}{found[2]:8}{found[3]}")
            assert found == expected.split()
