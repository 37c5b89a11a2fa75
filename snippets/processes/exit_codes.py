# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "ValueError: no such page"
# ///
"""exitcode is the number given to exit in 8 bits, 1 for an exception, or -signal."""

import ctypes
import multiprocessing
import os
import signal
import sys
import time


def end(how):
    match how:
        case "sys.exit(7)":
            sys.exit(7)
        case "sys.exit(256)":
            sys.exit(256)
        case "os._exit(7)":
            os._exit(7)
        case "raise ValueError":
            raise ValueError("no such page")
        case "read address 0":
            ctypes.string_at(0)
        case "terminate()" | "kill()":
            time.sleep(60)


EXPECTED = {
    "return": 0,
    "sys.exit(7)": 7,
    "sys.exit(256)": 0,
    "os._exit(7)": 7,
    "raise ValueError": 1,
    "read address 0": -signal.SIGSEGV,
    "terminate()": -signal.SIGTERM,
    "kill()": -signal.SIGKILL,
}

if __name__ == "__main__":
    children = {
        how: multiprocessing.Process(target=end, args=(how,)) for how in EXPECTED
    }
    for child in children.values():
        child.start()
    children["terminate()"].terminate()
    children["kill()"].kill()
    for how, child in children.items():
        child.join()
        code = child.exitcode
        print(f"{how:<18}{code:>4}  {signal.Signals(-code).name if code < 0 else ''}")
        assert code == EXPECTED[how]
