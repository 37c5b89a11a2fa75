# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# limit = 30
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""At Ctrl-C a Pool ends without a traceback, and no child of it is left."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress


def map_or_stop(function, items, workers=None):
    """Return pool.map's list; at an error or Ctrl-C end all workers, and raise it."""
    deaf = (signal.SIGINT, signal.SIG_IGN)  # only main answers Ctrl-C
    pool = multiprocessing.Pool(workers, signal.signal, deaf)
    try:
        results = pool.map_async(function, items, chunksize=1)
        while not results.ready():
            results.wait(0.1)  # a wait without a limit can miss a signal
        pool.close()
        return results.get()
    except BaseException:
        pool.terminate()  # the point
        raise
    finally:
        pool.join()


def job(seconds):
    os.write(sys.stdout.fileno(), b"begun\n")
    time.sleep(seconds)
    return seconds


def program(method):
    multiprocessing.set_start_method(method)
    assert map_or_stop(job, [0], 1) == [0]
    try:
        map_or_stop(job, [60] * 6, 2)
    except KeyboardInterrupt:
        print("main was interrupted")


if __name__ == "__main__":
    if sys.argv[2:] == ["inner"]:
        sys.exit(program(sys.argv[1]))
    command = [sys.executable, __file__, sys.argv[1], "inner"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes, start_new_session=True) as child:
        for _ in range(3):  # both workers of the second pool have a job
            print(child.stdout.readline().strip())
        os.killpg(child.pid, signal.SIGINT)  # as the terminal does
        output, errors = child.communicate(timeout=20)
    print(f"{output.strip()}; on standard error: {errors!r}")
    assert (output, errors) == ("main was interrupted\n", "")
    with suppress(ProcessLookupError):
        while True:  # until nothing of its group is left
            os.killpg(child.pid, 0)
            time.sleep(0.01)
    print("no child is left")
