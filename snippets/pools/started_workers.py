# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""The first job starts all workers under fork, and one under the other methods."""

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    with ProcessPoolExecutor(4, mp_context=context) as executor:
        print("at first:          ", len(multiprocessing.active_children()), "workers")
        assert not multiprocessing.active_children()

        worker = executor.submit(os.getpid).result()
        children = multiprocessing.active_children()
        print("after the first job:", len(children), "workers")
        assert len(children) == (4 if sys.argv[1] == "fork" else 1)
        assert worker in [child.pid for child in children]
        assert not any(child.daemon for child in children)

    print("after the with block:", len(multiprocessing.active_children()), "workers")
    assert not multiprocessing.active_children()
