# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.14"]
# ///
"""Since 3.13 a child runs its own exit handlers, whatever its start method is."""

import atexit
import multiprocessing
import sys


def work(words):
    atexit.register(words.send, "child's handler")


def handlers_run_by_child(method):
    context = multiprocessing.get_context(method)
    reader, writer = context.Pipe(duplex=False)
    atexit.register(writer.send, "parent's handler")
    child = context.Process(target=work, args=(writer,))
    child.start()
    child.join()
    atexit.unregister(writer.send)
    ran = []
    while reader.poll():
        ran.append(reader.recv())
    return ran


if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        ran = handlers_run_by_child(method)
        print(f"{method:<11} the child ran {ran}")
        if method == "spawn" or sys.version_info >= (3, 13):
            assert ran == ["child's handler"]
        else:
            assert ran == []
