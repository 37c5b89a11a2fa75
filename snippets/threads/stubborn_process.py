"""Work that listens to nobody can be ended in a process: terminate() and join()."""

import multiprocessing
import signal
import threading


def stubborn(begun):
    begun.set()
    while True:  # asks nobody whether it should go on
        pass


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    process = context.Process(target=stubborn, args=[begun])
    process.start()
    begun.wait()
    process.terminate()
    process.join()
    print("the process has ended, exit code", process.exitcode)
    assert process.exitcode == -signal.SIGTERM
    assert not hasattr(threading.Thread, "terminate")
