# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two processes keep each other's records in a file opened with "a", not with "w"."""

import logging
import multiprocessing
import tempfile
from pathlib import Path

spawn = multiprocessing.get_context("spawn")
RECORDS = 300


def work(path, mode, name, barrier):
    handler = logging.FileHandler(path, mode=mode)
    logger = logging.getLogger("app")
    logger.addHandler(handler)
    barrier.wait()  # both have opened the file, and neither has written
    for number in range(RECORDS):
        logger.warning("%s-%04d %s", name, number, "x" * 60)


def log_with(path, mode):
    barrier = spawn.Barrier(2)
    workers = [
        spawn.Process(target=work, args=(path, mode, name, barrier)) for name in "ab"
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return path.read_text().splitlines()


if __name__ == "__main__":
    written = {f"{one}-{n:04d} {'x' * 60}" for one in "ab" for n in range(RECORDS)}
    with tempfile.TemporaryDirectory() as folder:
        for mode in "aw":
            lines = log_with(Path(folder, f"mode_{mode}.log"), mode)
            whole = written.intersection(lines)
            print(f"mode {mode!r}: {len(lines)} lines, {len(whole)} records whole")
            if mode == "a":
                assert whole == written
            else:
                assert len(lines) == RECORDS
