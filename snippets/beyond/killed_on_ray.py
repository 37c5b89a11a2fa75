# /// script
# requires-python = ">=3.11"
# dependencies = ["ray"]
# [tool.proof]
# group = "beyond"
# limit = 60
# stderr = "local Ray instance"
# ///
"""Ray does the task of a killed worker again: none is lost."""

import os
import pathlib
import signal
import tempfile

import ray


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mark = pathlib.Path(folder, "killed")
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        task = ray.remote(work)
        done = ray.get([task.remote(item, mark) for item in range(5)])
        print("a worker was killed:", mark.exists())
        print("results:", done)
        assert mark.exists() and done == [0, 1, 4, 9, 16]

        mark.unlink()
        once = task.options(max_retries=0)
        try:
            print(ray.get(once.remote(2, mark)))
        except ray.exceptions.WorkerCrashedError as error:
            print("with max_retries=0:", type(error).__name__)
        else:
            raise AssertionError("it was done again")
        ray.shutdown()
