# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""Of two processes that wait for each other's file locks the kernel refuses one."""

import fcntl
import multiprocessing
import traceback


def take(first: int, second: int, both, told) -> None:
    with open("locked", "r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX, 1, first)
        both.wait()
        try:
            fcntl.lockf(file, fcntl.LOCK_EX, 1, second)
            told.put("has both locks")
        except OSError as error:
            told.put("".join(traceback.format_exception_only(error)).strip())


def main() -> None:
    open("locked", "wb").close()
    context = multiprocessing.get_context("fork")
    both, told = context.Barrier(2), context.SimpleQueue()
    pair = [
        context.Process(target=take, args=(*a, both, told)) for a in ((0, 1), (1, 0))
    ]
    for one in pair:
        one.start()
    lines = [told.get(), told.get()]
    for one in pair:
        one.join()
    print(*lines, sep="\n")
    assert lines[0].startswith("OSError") and lines[1] == "has both locks"


if __name__ == "__main__":
    main()
