# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Parent, origin of the module and globals of a child depend on the start method."""

import multiprocessing
import os
import sys

print(f"this module is executed as {__name__}")
EXECUTED_BY = os.getpid()
setting = "as in the file"


def report(main, answers):
    names = {main: "main", os.getpid(): "the child"}
    parent = names.get(os.getppid(), "the fork server")
    executed_by = names.get(EXECUTED_BY, "the fork server")
    answers.put((parent, executed_by, setting))


if __name__ == "__main__":
    setting = "changed by main"
    method = sys.argv[1]
    context = multiprocessing.get_context(method)
    answers = context.SimpleQueue()
    child = context.Process(target=report, args=(os.getpid(), answers))
    child.start()
    parent, executed_by, value = answers.get()
    child.join()

    print(f"parent of the child:    {parent}")
    print(f"its module executed by: {executed_by}")
    print(f"its global setting:     {value}")
    assert parent == ("the fork server" if method == "forkserver" else "main")
    assert (executed_by == "main") == (method == "fork")
    assert value == ("changed by main" if method == "fork" else "as in the file")
