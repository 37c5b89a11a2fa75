# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""PR_SET_PDEATHSIG fires when the thread ends that started the child."""

import ctypes
import multiprocessing
import signal
import threading

PR_SET_PDEATHSIG = 1


def work(conn):
    assert ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) == 0
    conn.send("ready")
    conn.recv()


def start(child):
    child.start()
    assert here.recv() == "ready"


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    child = spawn.Process(target=work, args=(there,))
    starter = threading.Thread(target=start, args=(child,))
    starter.start()
    starter.join()
    print("the thread that started the child has ended, its process goes on")

    child.join()
    print("exit code of the child:", child.exitcode)
    assert child.exitcode == -signal.SIGTERM
