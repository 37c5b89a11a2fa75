# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Under fork the first job starts all workers, and they have main's changed globals."""

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor

setting = "as in the file"


def ask():
    return os.getpid(), setting


if __name__ == "__main__":
    setting = "changed by main"
    context = multiprocessing.get_context(sys.argv[1])
    with ProcessPoolExecutor(4, mp_context=context) as executor:
        print("at first:          ", len(multiprocessing.active_children()), "workers")
        assert not multiprocessing.active_children()

        worker, seen = executor.submit(ask).result()
        print("a worker's global:  ", seen)
        forked = sys.argv[1] == "fork"
        assert seen == ("changed by main" if forked else "as in the file")
        children = multiprocessing.active_children()
        print("after the first job:", len(children), "workers")
        assert len(children) == (4 if forked else 1)
        assert worker in [child.pid for child in children]
        assert not any(child.daemon for child in children)

    print("after the with block:", len(multiprocessing.active_children()), "workers")
    assert not multiprocessing.active_children()
