"""sys.exit in a thread ends that thread without a word, and sets no exit code."""

import subprocess
import sys
import threading


def leave():
    sys.exit("a message and, for a program, exit code 1")


def program():
    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    print("main goes on after sys.exit in a thread")


if len(sys.argv) > 1:
    program()
else:
    command = [sys.executable, __file__, "program"]
    run = subprocess.run(command, capture_output=True, text=True)
    print(run.stdout, end="")
    print("standard error:", repr(run.stderr))
    print("exit code:     ", run.returncode)
    assert run.stdout == "main goes on after sys.exit in a thread\n"
    assert run.stderr == ""
    assert run.returncode == 0
