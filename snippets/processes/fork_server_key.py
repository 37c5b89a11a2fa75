# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a fork server asks whoever connects to its socket for a key."""

import os
import signal
import sys
from multiprocessing.connection import Client
from multiprocessing.forkserver import ForkServer

if __name__ == "__main__":
    asks = sys.version_info >= (3, 14)
    server = ForkServer()
    server.ensure_running()
    stranger = Client(server._forkserver_address)  # private: do not rely on it
    limit = None if asks else 1  # second, after which nothing is asked any more
    question = stranger.recv_bytes() if stranger.poll(limit) else b""
    print("what a stranger is asked:", question[:11].decode() or "nothing")
    assert question.startswith(b"#CHALLENGE#") == asks
    if asks:
        stranger.close()  # the server gives up waiting for its answer
    else:  # it waits for what the stranger sends, and for nothing else
        os.kill(server._forkserver_pid, signal.SIGKILL)
    server._stop()
    stranger.close()
