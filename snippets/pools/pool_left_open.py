# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["Pool"], ["ProcessPoolExecutor"]]
# ///
"""At exit an open Pool's jobs are lost, and a ProcessPoolExecutor's are done."""

import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor

JOBS = 6
fork = multiprocessing.get_context("fork")
may_begin = fork.Event()


def job(n):
    may_begin.wait()
    time.sleep(0.1)
    os.write(sys.stdout.fileno(), b"done ")


def program(kind):
    """Hand in jobs, and come to the end without having closed anything."""
    global pool  # a global lives until the very end
    if kind == "Pool":
        pool = fork.Pool(1)
        pool.map_async(job, range(JOBS), chunksize=1)
    else:
        pool = ProcessPoolExecutor(1, mp_context=fork)
        pool.map(job, range(JOBS))
    may_begin.set()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        program(sys.argv[1])
    else:
        command = [sys.executable, __file__, sys.argv[1], "inner"]
        result = subprocess.run(command, check=True, capture_output=True, text=True)
        done = result.stdout.count("done")
        print(f"{sys.argv[1]}: {done} of {JOBS} jobs done, exit code 0")
        assert result.stderr == ""
        assert done < JOBS if sys.argv[1] == "Pool" else done == JOBS
