# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# ///
"""A callback that raises ends the thread that receives all results of its Pool."""

import multiprocessing
import threading


def failing_callback(result):
    raise RuntimeError("the callback failed")


def note(args):
    failed.append(args)
    has_failed.set()


failed, has_failed = [], threading.Event()

if __name__ == "__main__":
    threading.excepthook = note  # else it prints a traceback
    pool = multiprocessing.Pool(2)
    first = pool.apply_async(abs, [-1], callback=failing_callback)
    has_failed.wait()
    failed[0].thread.join()
    print("the thread has ended with:", failed[0].exc_value)
    later = pool.apply_async(abs, [-2])
    for which, result in (("its own", first), ("a later", later)):
        result.wait(0.2)  # wrong: without a limit it waits for ever
        print(f"{which} result is here:", result.ready())
        assert not result.ready()
    try:
        pool.terminate()
    except AssertionError as error:
        print("terminate() fails:", error)
    else:
        raise SystemExit("the pool was terminated")
