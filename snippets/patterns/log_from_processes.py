# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# args = [["fork"], ["spawn"], ["forkserver"]]
# platform = "linux"
# limit = 20
# linger = 5
# ///
"""One process writes what all of them log, so a rotated file loses no record."""

import logging
import logging.handlers
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path


class SharedLog:
    """Yield a queue: `SharedLog.attach(queue)` in a process sends its records here."""

    def __init__(self, *handlers, context=multiprocessing):
        """Take the handlers that write, and the context that makes the processes."""
        self.queue = context.Queue()
        self.listener = logging.handlers.QueueListener(
            self.queue, *handlers, respect_handler_level=True
        )

    def __enter__(self):
        self.listener.start()  # the point
        return self.queue

    def __exit__(self, *_):
        self.listener.stop()

    @staticmethod
    def attach(queue, level=logging.INFO):
        """Send what this process logs to the queue, and nowhere else."""
        root = logging.getLogger()
        root.handlers[:] = [logging.handlers.QueueHandler(queue)]  # the point
        root.setLevel(level)


def job(number):
    logging.info("job %02d begins", number)
    logging.info("job %02d ends", number)


if __name__ == "__main__":
    os.chdir((folder := tempfile.TemporaryDirectory()).name)
    context = multiprocessing.get_context(sys.argv[1])
    file = logging.handlers.RotatingFileHandler("app.log", maxBytes=600, backupCount=9)
    file.setFormatter(logging.Formatter("%(processName)s: %(message)s"))
    logging.getLogger().addHandler(file)  # a forked worker has it, too
    shared = SharedLog(file, context=context)
    with shared as queue, context.Pool(2, SharedLog.attach, [queue]) as pool:
        pool.map(job, range(30), chunksize=1)
        pool.close()
        pool.join()  # all that the workers logged is in the queue
    file.close()
    logs = sorted(Path().glob("app.log*"))
    lines = [line for log in logs for line in log.read_text().splitlines()]
    print(len(logs), "files,", len(lines), "lines; one of them:", lines[0])
    assert len(logs) > 2 and all(log.stat().st_size <= 600 for log in logs)
    messages = sorted(line.partition("PoolWorker-")[2][3:] for line in lines)
    does = ("begins", "ends")
    assert messages == [f"job {n:02d} {what}" for n in range(30) for what in does]
