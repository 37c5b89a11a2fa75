"""At the end main waits for plain threads, then calls exit handlers, then cuts off."""

import atexit
import subprocess
import sys
import threading
import time


def plain_work():
    threading.main_thread().join()  # returns when main's own code is over
    say("plain thread ends")


def daemon_work():
    while True:
        ticks.append("tick")
        time.sleep(0.001)


def exit_handler():
    before = len(ticks)
    while len(ticks) == before:
        time.sleep(0.001)
    say("exit handler: the daemon still ticks")


def say(text):
    print(text, flush=True)


if len(sys.argv) > 1:
    ticks = []
    atexit.register(exit_handler)
    threading.Thread(target=daemon_work, daemon=True).start()
    threading.Thread(target=plain_work).start()
    say("main's last line")
else:
    command = [sys.executable, __file__, "program"]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=20)
    print(run.stdout, end="")
    assert run.returncode == 0
    assert run.stdout.splitlines() == [
        "main's last line",
        "plain thread ends",
        "exit handler: the daemon still ticks",
    ]
