# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = 'TypeError: cook\(\) takes 1 positional argument but 4 were given'
# wrong = "raises"
# ///
"""Without its comma a one-element args fails here for a number, there for a string."""

import multiprocessing
import sys

sys.tracebacklimit = 0  # the last line of the traceback is enough


def cook(order):
    print(f"cooking {order}")


if __name__ == "__main__":
    try:
        multiprocessing.Process(target=cook, args=(7))  # wrong: no comma
    except TypeError as error:
        print(f"args=(7) fails in the constructor: {error}")
    else:
        raise AssertionError("the constructor took a bare number")

    child = multiprocessing.Process(target=cook, args=("soup"))  # wrong: no comma
    child.start()
    child.join()
    print(f'args=("soup") fails in the child: exit code {child.exitcode}')
    assert child.exitcode == 1

    child = multiprocessing.Process(target=cook, args=("soup",))
    child.start()
    child.join()
    assert child.exitcode == 0
