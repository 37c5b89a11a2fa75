# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Children have what the fork server imported; since 3.14.1 that includes __main__."""

import multiprocessing
import os
import sys

EXECUTED_BY = os.getpid()


def report(answers):
    answers.put((EXECUTED_BY, os.getppid(), "wave" in sys.modules))


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "wave"])
    answers = context.SimpleQueue()
    children = [context.Process(target=report, args=(answers,)) for _ in range(3)]
    for child in children:
        child.start()
    reports = [answers.get() for _ in children]
    executed_by, servers, has_wave = zip(*reports, strict=True)
    for child in children:
        child.join()

    print(f"wave imported: main {'wave' in sys.modules}, children {has_wave}")
    assert "wave" not in sys.modules and all(has_wave)

    times = len(set(executed_by))
    print(f"for 3 children this module was executed {times} more time(s)")
    if (3, 13, 8) <= sys.version_info < (3, 14) or sys.version_info >= (3, 14, 1):
        assert set(executed_by) == set(servers) and times == 1
    else:
        assert times == 3
