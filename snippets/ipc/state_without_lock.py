"""With __getstate__ or __reduce__, an object with a lock or a file can be sent."""

import multiprocessing
import tempfile
import threading
from pathlib import Path


class Counter:
    def __init__(self):
        self.count, self.lock = 0, threading.Lock()

    def add(self):
        with self.lock:
            self.count += 1

    def __getstate__(self):
        return {"count": self.count}  # the lock stays here

    def __setstate__(self, state):
        self.__init__()  # makes a new lock
        self.count = state["count"]


def open_at_end(path):
    return open(path, "a", buffering=1)  # each line is written at once


class Report:
    def __init__(self, path):
        self.path, self.file = path, open_at_end(path)

    def __reduce__(self):
        return Report, (self.path,)  # the receiver calls Report(path)


def work(counter, report):
    counter.add()
    print("the child counts to", counter.count)
    assert counter.count == 2
    print("from the child", file=report.file)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.txt")
        counter, report = Counter(), Report(path)
        counter.add()
        print("from main", file=report.file)

        spawn = multiprocessing.get_context("spawn")
        child = spawn.Process(target=work, args=[counter, report])
        child.start()
        child.join()
        print("main's counter is at", counter.count)
        lines = path.read_text().splitlines()
        print("the report:", lines)
        assert child.exitcode == 0 and counter.count == 1
        assert lines == ["from main", "from the child"]
        report.file.close()
