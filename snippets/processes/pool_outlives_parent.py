# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# ///
"""After kill -9 of the program its executor's idle workers stay, unless they watch."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

fork = multiprocessing.get_context("fork")


def watch():
    boss = [multiprocessing.parent_process().sentinel]
    threading.Thread(target=lambda: wait(boss) and os._exit(1), daemon=True).start()


def program(conn, initializer):
    executor = ProcessPoolExecutor(2, fork, initializer)
    list(executor.map(abs, range(4)))
    conn.send([child.pid for child in multiprocessing.active_children()])
    signal.pause()  # idle from now on


if __name__ == "__main__":
    for initializer in (None, watch):
        here, there = fork.Pipe()
        parent = fork.Process(target=program, args=(there, initializer))
        parent.start()
        there.close()
        workers = here.recv()
        parent.kill()
        parent.join()
        stay = not here.poll(
            0.3 if initializer is None else 20
        )  # its end is the last's
        print(f"initializer={initializer and initializer.__name__}:", end=" ")
        print("the workers", "stay" if stay else "have ended")
        assert stay == (initializer is None)
        for pid in workers * stay:
            os.kill(pid, signal.SIGKILL)
        assert here.poll(20)
