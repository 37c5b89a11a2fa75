# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""Of two processes that wait for each other's file locks the kernel refuses one."""

import fcntl
import multiprocessing
import tempfile
import traceback


def take(path: str, first: int, second: int, both, told) -> None:
    with open(path, "r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX, 1, first)
        both.wait()
        try:
            fcntl.lockf(file, fcntl.LOCK_EX, 1, second)
            told.put("has both locks")
        except OSError as error:
            told.put("".join(traceback.format_exception_only(error)).strip())


def main(path: str) -> None:
    context = multiprocessing.get_context("fork")
    both, told = context.Barrier(2), context.SimpleQueue()
    orders = ((0, 1), (1, 0))
    pair = [
        context.Process(target=take, args=(path, *order, both, told))
        for order in orders
    ]
    for one in pair:
        one.start()
    lines = [told.get(), told.get()]
    for one in pair:
        one.join()
    print(*lines, sep="\n")
    assert lines[0].startswith("OSError") and lines[1] == "has both locks"


if __name__ == "__main__":
    with tempfile.NamedTemporaryFile() as file:
        main(file.name)
