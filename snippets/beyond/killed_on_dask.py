# /// script
# requires-python = ">=3.11"
# dependencies = ["distributed"]
# [tool.proof]
# group = "beyond"
# limit = 30
# ///
"""Dask gives the task of a killed worker to another one: none is lost."""

import logging
import os
import pathlib
import signal
import tempfile

import distributed


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        mark = pathlib.Path(folder, "killed")
        done = client.gather(client.map(work, range(5), mark=mark))
        print("a worker was killed:", mark.exists())
        print("results:", done)
        assert mark.exists() and done == [0, 1, 4, 9, 16]
