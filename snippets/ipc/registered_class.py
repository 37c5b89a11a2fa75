"""A whole step as one method of a registered class loses no update."""

import multiprocessing
import os
import threading
from multiprocessing.managers import BaseManager

STEPS = 200


class Counter:
    def __init__(self):
        self.total, self.lock = 0, threading.Lock()
        self.threads = set()

    def add(self, amount):
        with self.lock:
            self.threads.add(threading.current_thread())
            self.total += amount

    def report(self):
        return self.total, len(self.threads), os.getpid()


class Station(BaseManager):
    pass


Station.register("Counter", Counter)


def work(counter):
    for _ in range(STEPS):
        counter.add(1)


if __name__ == "__main__":
    with Station() as station:
        counter = station.Counter()
        (server,) = multiprocessing.active_children()
        children = [multiprocessing.Process(target=work, args=[counter]) for _ in "ab"]
        for child in children:
            child.start()
        for child in children:
            child.join()
        total, threads, pid = counter.report()
        print(f"two processes, {STEPS} steps each: {total}")
        print(f"add ran in {threads} threads of process {pid}; main is {os.getpid()}")
        assert total == 2 * STEPS
        assert threads == 2
        assert pid == server.pid
        assert not hasattr(counter, "total")  # the proxy has methods only
