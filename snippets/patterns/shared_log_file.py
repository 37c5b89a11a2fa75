# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two processes keep each other's records in a file opened with "a", not with "w"."""

import contextlib
import logging
import multiprocessing
import tempfile
from pathlib import Path

spawn = multiprocessing.get_context("spawn")
RECORDS = 300


def work(name, mode, barrier):
    handler = logging.FileHandler(f"mode_{mode}.log", mode=mode)
    logger = logging.getLogger("app")
    logger.addHandler(handler)
    barrier.wait()  # both have opened the file, and neither has written
    for number in range(RECORDS):
        logger.warning("%s-%04d %s", name, number, "x" * 60)


def log_with(mode):
    barrier = spawn.Barrier(2)
    workers = [spawn.Process(target=work, args=(name, mode, barrier)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return Path(f"mode_{mode}.log").read_text().splitlines()


if __name__ == "__main__":
    written = {f"{one}-{n:04d} {'x' * 60}" for one in "ab" for n in range(RECORDS)}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for mode in "aw":
            lines = log_with(mode)
            whole = written.intersection(lines)
            print(f"mode {mode!r}: {len(lines)} lines, {len(whole)} records whole")
            if mode == "a":
                assert whole == written
            else:
                assert len(lines) == RECORDS
