# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Under a main guard a script starts a child in every version."""

import multiprocessing


def work():
    print("the child works")


if __name__ == "__main__":
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    assert child.exitcode == 0
