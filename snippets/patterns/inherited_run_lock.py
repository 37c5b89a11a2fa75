# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A lock on a file outlives its killed holder if a forked child has the file open."""

import fcntl
import multiprocessing
import os
import select
import signal
import tempfile

fork = multiprocessing.get_context("fork")


def is_free(name):
    with open(name, "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def run(name, report):
    lock = open(name, "w")  # noqa: SIM115
    fcntl.flock(lock, fcntl.LOCK_EX)
    if os.fork() == 0:
        report.send(os.getpid())  # the child, which never asked for the lock
    signal.pause()


if __name__ == "__main__":
    with tempfile.NamedTemporaryFile() as file:
        here, there = fork.Pipe()
        holder = fork.Process(target=run, args=[file.name, there])
        holder.start()
        child = here.recv()
        holder.kill()
        holder.join()
        killed = is_free(file.name)
        print("the holder is killed; the lock is free:", killed)
        pidfd = os.pidfd_open(child)
        os.kill(child, signal.SIGKILL)
        select.select([pidfd], [], [])  # until it has ended
        os.close(pidfd)
        free = is_free(file.name)
        print("its child, too; the lock is free:      ", free)
        assert not killed and free
