# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 no method can be a target if its object keeps the processes it started."""

import multiprocessing
import sys
import traceback


class Crew:
    def __init__(self):
        self.workers = []

    def start(self, target, *args):
        self.workers.append(multiprocessing.Process(target=target, args=args))
        self.workers[-1].start()
        self.workers[-1].join()

    def work(self):
        print("the method works")


def work(number):
    print("the function works:", number)


if __name__ == "__main__":
    crew = Crew()
    said = ""
    for _ in range(2):
        try:
            crew.start(crew.work)  # wrong: self goes along, with the first worker
        except TypeError as error:
            said = traceback.format_exception_only(error)[0]
            print(said, end="")
    started = [one for one in crew.workers if one.pid]
    crew.start(work, 2)
    assert all(one.exitcode == 0 for one in [*started, crew.workers[-1]])
    forks = sys.version_info < (3, 14) and sys.platform == "linux"
    assert len(started) == (2 if forks else 1)
    assert forks or said == "TypeError: cannot pickle 'weakref.ReferenceType' object\n"
