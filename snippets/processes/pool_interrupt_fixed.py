# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Workers that ignore SIGINT finish their jobs, and main alone deals with Ctrl-C."""

import multiprocessing
import os
import signal
import time

fork = multiprocessing.get_context("fork")
begun = fork.Semaphore(0)


def ignore_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def bake(number):
    begun.release()
    time.sleep(0.3)
    return f"loaf {number}"


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    initializer = ignore_interrupts  # only main takes the interrupt
    pool = fork.Pool(2, initializer)
    loaves = pool.map_async(bake, (1, 2))
    assert begun.acquire() and begun.acquire()
    try:
        for worker in multiprocessing.active_children():
            os.kill(worker.pid, signal.SIGINT)  # Ctrl-C reaches all of them
        os.kill(os.getpid(), signal.SIGINT)
        loaves.wait()
    except KeyboardInterrupt:
        print("main: interrupted; the workers may finish", flush=True)
    pool.close()
    pool.join()
    print("main:", loaves.get())
    assert loaves.get() == ["loaf 1", "loaf 2"]
