# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# expect = 1
# pythons = ["3.14"]
# stderr = "finished its bootstrapping phase"
# wrong = "raises"
# ///
"""Since 3.14 a script without a main guard starts no child on Linux."""

import multiprocessing


def work():
    print("the child works")


if True:  # wrong: whoever imports this file, as the child does, comes here
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    print("exit code of the child:", child.exitcode)
    assert child.exitcode == 0
