# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# wrong = "hangs"
# args = [["pool"], ["executor"]]
# ///
"""A killed worker's job is never answered by a pool; an executor raises and is dead."""

import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def fatal_job():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    # A new worker is started from a thread, so not by fork.
    server = multiprocessing.get_context("forkserver")
    if sys.argv[1] == "pool":
        with server.Pool(1) as pool:
            before = pool.apply(os.getpid)
            result = pool.apply_async(fatal_job)
            after = pool.apply(os.getpid)
            print(f"worker {before} was killed, and worker {after} is new")
            assert before != after
            try:
                result.get(timeout=0.2)  # wrong: without a limit it waits for ever
            except multiprocessing.TimeoutError:
                print("TimeoutError: no result, and no error")
            assert not result.ready()
    else:
        with ProcessPoolExecutor(1, server) as executor:
            futures = [executor.submit(fatal_job), executor.submit(os.getpid)]
            broken = [isinstance(one.exception(), BrokenProcessPool) for one in futures]
            print("BrokenProcessPool for both jobs:", broken)
            assert all(broken)
            try:
                executor.submit(os.getpid)
            except BrokenProcessPool as error:
                print("a new job is refused:")
                print("   ", str(error).partition(";")[0])
            else:
                raise AssertionError("it goes on")
