# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""A Queue is dearer than a SimpleQueue: as many locks at its pipe, and a thread."""

import multiprocessing
import os
import resource
import statistics
import threading
import timeit

ROUNDS, TRIPS = 6, 50
TRIP = "there.put(b'x'); back.get()"
fork = multiprocessing.get_context("fork")


class Pipe:
    def __init__(self):
        source, target = fork.Pipe(duplex=False)  # no locks and no thread
        self.put, self.get = target.send, source.recv


def answer(there, back):
    while item := there.get():
        back.put(item)


def measure(there, back):
    """Return a trip's median seconds, and how often main's threads wait in a trip."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
    times = timeit.repeat(TRIP, number=1, repeat=TRIPS, globals=locals())
    waits = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before
    return statistics.median(times), waits / TRIPS


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one CPU for all
    kinds = {"Pipe": Pipe, "SimpleQueue": fork.SimpleQueue, "Queue": fork.Queue}
    pairs = {name: (kind(), kind()) for name, kind in kinds.items()}
    for pair in pairs.values():
        fork.Process(target=answer, args=pair).start()
    order, threads, found = list(pairs), {}, {name: [] for name in pairs}
    for name in order:
        measure(*pairs[name])  # to warm up; this starts a Queue's thread
        threads[name] = threading.active_count()
    for _ in range(ROUNDS):
        order.append(order.pop(0))  # each round begins with another one
        for name in order:
            found[name].append(measure(*pairs[name]))

    medians, facts = [], []
    for name, (there, _) in pairs.items():
        there.put(None)
        medians.append([*map(statistics.median, zip(*found[name], strict=True))])
        facts.append((len({"_rlock", "_wlock"} & set(vars(there))), threads[name]))
        print(f"{name}: {medians[-1][0] * 1e6:.1f} us")
        print("    {} locks at its pipe, {} thread(s) in main".format(*facts[-1]))
        print(f"    main's threads wait {medians[-1][1]:.1f} times a trip")
    (pipe, _), (simple, few), (queue, many) = medians
    assert facts == [(0, 1), (2, 1), (2, 2)]
    assert queue > 1.3 * pipe and queue > 1.3 * simple and many > 1.3 * few
