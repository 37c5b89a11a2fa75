# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a Value of the module is another one in each child: nothing is shared."""

import multiprocessing
import sys

counter = multiprocessing.Value("i", 0)


def count(counter=counter):
    with counter.get_lock():
        counter.value += 1


def total(*args):
    counter.value = 0
    children = [multiprocessing.Process(target=count, args=args) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return counter.value


if __name__ == "__main__":
    print("start method:              ", multiprocessing.get_start_method())
    by_module = total()  # wrong: each child makes a counter of its own
    print("three count in the module's:", by_module)
    by_argument = total(counter)
    print("three count in an argument: ", by_argument)
    forks = sys.version_info < (3, 14) and sys.platform == "linux"
    assert by_module == (3 if forks else 0)
    assert by_argument == 3
