"""Exceptions and sys.exit end a thread; os._exit, a crash and abort end them all."""

import ctypes
import os
import subprocess
import sys
import threading

CODES = {  # how a thread ends: the exit code of the program
    "raise ValueError": 0,
    "sys.exit(5)": 0,
    "os._exit(5)": 5,
    "read address 0": -11,  # SIGSEGV
    "os.abort()": -6,  # SIGABRT
}


def end(how):
    match how:
        case "raise ValueError":
            raise ValueError("no such page")
        case "sys.exit(5)":
            sys.exit(5)
        case "os._exit(5)":
            os._exit(5)
        case "read address 0":
            ctypes.string_at(0)
        case "os.abort()":
            os.abort()


if len(sys.argv) > 1:
    thread = threading.Thread(target=end, args=[sys.argv[1]])
    thread.start()
    thread.join()
    print("main goes on")
else:
    for how, expected in CODES.items():
        command = [sys.executable, __file__, how]
        run = subprocess.run(command, capture_output=True, text=True)
        went_on = "main goes on" in run.stdout
        print(f"{how:<18}exit code {run.returncode:>3}  main goes on: {went_on}")
        assert run.returncode == expected
        assert went_on == (expected == 0)
