# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "recipe"
# limit = 30
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""Children that watch their parent's sentinel end with it, even if it is killed."""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from multiprocessing.connection import wait


def end_with_parent(exit_code=1):
    """Let this child, made by multiprocessing, end when its starter has ended."""

    def watch():
        wait([multiprocessing.parent_process().sentinel])  # the point
        os._exit(exit_code)

    threading.Thread(target=watch, daemon=True).start()


def work(conn):
    end_with_parent()
    job(conn)


def job(conn):
    conn.send(os.getpid())
    time.sleep(60)


def program(method, conn):
    context = multiprocessing.get_context(method)
    context.Process(target=work, args=(conn,)).start()
    with context.Pool(1, initializer=end_with_parent) as pool:
        pool.apply(job, (conn,))


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    os.environ["PYTHONWARNINGS"] = "ignore"  # for what the resource tracker finds
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a killed one leaves
        starter = fork.Process(target=program, args=(sys.argv[1], there))
        starter.start()
        there.close()
        pids = {here.recv() for _ in range(2)}
        print(f"{len(pids)} children are at work: a Process, and a worker of a Pool")
        os.kill(starter.pid, signal.SIGKILL)
        starter.join()
        assert here.poll(10)  # the pipe is at its end when nobody has it open any more
        print("their starter is killed, and both have ended")
