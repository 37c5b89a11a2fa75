# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# limit = 30
# ///
"""A signal for the whole group ends a manager first, unless its server ignores it."""

import multiprocessing
import os
import signal
import tempfile
from multiprocessing.managers import SyncManager

fork = multiprocessing.get_context("fork")


def ignore():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def serve(initializer, conn):
    os.setsid()  # a group of its own, as a service has
    manager = SyncManager(ctx=fork)
    manager.start(initializer)
    (server,) = multiprocessing.active_children()
    jobs = manager.dict()
    jobs["done"] = 3  # from now on this proxy has a connection
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    conn.send("ready")
    signal.sigwait([signal.SIGTERM])
    if not initializer:
        server.join()  # it has had the signal, too
    for use in (jobs.copy, manager.list):
        try:
            conn.send(str(use()))
        except OSError as error:
            conn.send(f"{type(error).__name__}: {error}")
    manager.shutdown()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # an ended server leaves its socket
        said = []
        for initializer in (None, ignore):
            here, there = fork.Pipe()
            service = fork.Process(target=serve, args=[initializer, there])
            service.start()
            assert here.recv() == "ready"
            os.killpg(service.pid, signal.SIGTERM)
            said.append([here.recv(), here.recv()])
            service.join()
            print(
                "server ignores it:" if initializer else "server as it is:",
                *said[-1],
                sep="\n  ",
            )
        broken = [
            "BrokenPipeError: [Errno 32] Broken pipe",
            "ConnectionRefusedError: [Errno 111] Connection refused",
        ]
        assert said == [broken, ["{'done': 3}", "[]"]]
