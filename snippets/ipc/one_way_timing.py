# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 60
# ///
"""Many messages go quicker by a pipe than by a manager, large ones by memory."""

import mmap
import timeit
from multiprocessing import connection, dummy, get_context
from statistics import median

SIZES = {"1 B": 1, "1 KiB": 2**10, "64 KiB": 2**16, "1 MiB": 2**20, "16 MiB": 2**24}
STREAM = "for _ in range(n): send(data)\nsend(b''); assert back.recv() == n * size"
fork, tcp = get_context("fork"), connection.Listener(("127.0.0.1", 0))
PIPES = {"Pipe.send_bytes": lambda: fork.Pipe(duplex=False), "Unix socket": fork.Pipe}
PIPES["TCP"] = lambda: (connection.Client(tcp.address), tcp.accept())
QUEUES = {"SimpleQueue": fork.SimpleQueue, "Queue": fork.Queue, "threads": dummy.Queue}


def channel(name):
    """Make a one-way channel; return what sends into it and what receives."""
    if name in QUEUES:
        return (both := QUEUES[name]()).put, both.get
    source, target = PIPES.get(name, fork.Pipe)()
    if name in PIPES:
        return target.send_bytes, source.recv_bytes
    memory, free = memoryview(mmap.mmap(-1, 2**24)), fork.Semaphore(0)

    def send(data):
        free.acquire()  # the receiver has asked for the next one
        memory[: len(data)] = data
        target.send(len(data))

    return send, lambda: free.release() or memory[: source.recv()]


def add_up(receive, report):
    while total := sum(map(len, iter(receive, b""))):
        report.send(total)


if __name__ == "__main__":
    QUEUES = {"Manager().Queue": fork.Manager().Queue, **QUEUES}
    order, ways, got, workers = ["shared memory", *PIPES, *QUEUES], {}, {}, {}
    for name in order:
        (_, receive), (_, report) = ways[name] = channel(name), fork.Pipe(duplex=False)
        kind = dummy.Process if name == "threads" else fork.Process
        workers[name] = kind(target=add_up, args=[receive, report], name=name)
        workers[name].start()
    for (label, size), often in zip(SIZES.items(), (10, 10, 10, 1, 1), strict=True):
        data, n = b"x" * size, max(1, min(50, 2**22 // size))
        for turn in range(3 if size < 2**24 else 12):  # the first is to warm up
            order.append(order.pop(0))  # each turn begins with another channel
            for name in order if turn < 3 else list(ways)[:2]:  # memory and pipe
                (send, _), (back, _) = ways[name]
                times = timeit.repeat(STREAM, number=1, repeat=often, globals=globals())
                got.setdefault((name, label), []).extend(t / n for t in times if turn)
    for name, ((send, _), _) in ways.items():
        for label in SIZES:
            print(f"{name}, {label}: {median(got[name, label]) * 1e6:.1f} us")
        send(b"")
        workers[name].join()  # before the manager ends
    assert min(got["Pipe.send_bytes", "1 B"]) < min(got["Manager().Queue", "1 B"])
    assert min(got["shared memory", label]) < min(got["Pipe.send_bytes", label])
