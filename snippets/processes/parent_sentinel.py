# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""A child can wait for its starter's end, under every start method."""

import contextlib
import multiprocessing
import os
import signal
import stat
import sys
import tempfile
from multiprocessing.connection import wait


def worker(jobs):
    boss = multiprocessing.parent_process()
    is_pipe = stat.S_ISFIFO(os.fstat(boss.sentinel).st_mode)
    jobs.send(f"my boss is alive: {boss.is_alive()}, its sentinel is a pipe: {is_pipe}")
    while boss.sentinel not in (ready := wait([jobs, boss.sentinel])):
        for conn in ready:
            jobs.send(f"{conn.recv()} is done")
    jobs.send(f"my boss is alive: {boss.is_alive()}, so I stop")


def parent(method, conn):
    multiprocessing.get_context(method).Process(target=worker, args=(conn,)).start()
    signal.pause()


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a killed one leaves
        boss = fork.Process(target=parent, args=(sys.argv[1], there))
        boss.start()
        there.close()
        print("worker:", first := here.recv())
        here.send("job 1")
        print("worker:", here.recv())

        boss.kill()
        print("main:   I have killed the boss")
        print("worker:", last := here.recv())
        assert first == "my boss is alive: True, its sentinel is a pipe: True"
        assert last == "my boss is alive: False, so I stop"
        with contextlib.suppress(EOFError):
            here.recv()  # the worker's end of the pipe is closed: it has ended
        boss.join()
