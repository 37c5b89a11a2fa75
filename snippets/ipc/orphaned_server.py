# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A manager's server ends when its owner returns, not on os._exit or SIGKILL."""

import contextlib
import multiprocessing
import os
import signal
import tempfile
from multiprocessing.managers import SyncManager

KEY = b"a key that main knows as well"
ENDS = {
    "return": lambda: None,
    "os._exit(0)": lambda: os._exit(0),
    "SIGKILL": lambda: os.kill(os.getpid(), signal.SIGKILL),
}
fork = multiprocessing.get_context("fork")


def own_a_manager(end, report):
    manager = SyncManager(f"{end}.sock", KEY, ctx=fork)
    manager.start()
    report.send(multiprocessing.active_children()[0].pid)
    ENDS[end]()


def is_serving(address):
    try:
        SyncManager(address, KEY).connect()
    except (FileNotFoundError, ConnectionRefusedError):
        return False
    return True


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for end in ENDS:
            here, there = fork.Pipe()
            owner = fork.Process(target=own_a_manager, args=[end, there])
            owner.start()
            there.close()
            server = here.recv()
            owner.join()
            answer = is_serving(f"{end}.sock")
            print(f"{end:12} the server {'goes on' if answer else 'has ended'}")
            assert answer == (end != "return")
            if answer:
                os.kill(server, signal.SIGTERM)
            here.poll(None)  # returns when owner and server have ended
