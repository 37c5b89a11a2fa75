"""A daemon process reaches neither its last line nor its finally when main ends."""

import multiprocessing
import subprocess
import sys
import time


def work(begun):
    try:
        print("daemon: first line", flush=True)
        begun.send(True)
        time.sleep(60)
        print("daemon: last line")
    finally:
        print("daemon: finally")


def program():
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,), daemon=True)
    child.start()
    here.recv()
    print("main:   last line")


if __name__ == "__main__":
    if sys.argv[1:] == ["program"]:
        program()
    else:
        command = [sys.executable, __file__, "program"]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        print(run.stdout, end="")
        # run() returns when nobody holds the pipe any more: the daemon is gone.
        assert run.returncode == 0
        assert run.stdout.splitlines() == ["daemon: first line", "main:   last line"]
