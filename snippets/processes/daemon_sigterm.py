"""At exit the main program sends SIGTERM to its daemons, and then waits for them."""

import multiprocessing
import signal
import subprocess
import sys
import time


def work(begun):
    main = multiprocessing.parent_process()
    signals = []
    signal.signal(signal.SIGTERM, lambda number, frame: signals.append(number))
    begun.send(True)
    while not signals:
        time.sleep(0.01)
    print("daemon: I got", signal.Signals(signals[0]).name, "and go on")
    time.sleep(0.3)
    print("daemon: last line; is main still there?", main.is_alive())


def program():
    here, there = multiprocessing.Pipe()
    child = multiprocessing.Process(target=work, args=(there,), daemon=True)
    child.start()
    here.recv()
    print("main:   last line", flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["program"]:
        program()
    else:
        command = [sys.executable, __file__, "program"]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        print(run.stdout, end="")
        assert run.returncode == 0
        assert run.stdout.splitlines() == [
            "main:   last line",
            "daemon: I got SIGTERM and go on",
            "daemon: last line; is main still there? True",
        ]
