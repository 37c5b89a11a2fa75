# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.12", "3.14"]
# ///
"""After Ctrl-C in join() the exit still waits for the thread, but only since 3.13."""

import os
import signal
import sys
import threading
import time
from pathlib import Path
from subprocess import PIPE, Popen


def wait_until_blocked(thread):
    """Return when the kernel has shown a thread asleep ten times in a row."""
    stat, asleep = Path(f"/proc/self/task/{thread.native_id}/stat"), 0
    while asleep < 10:
        asleep = asleep + 1 if ") S" in stat.read_text() else 0
        time.sleep(0.005)


def work():
    wait_until_blocked(threading.main_thread())
    os.kill(os.getpid(), signal.SIGINT)  # what Ctrl-C sends
    threading.main_thread().join()  # returns when main's own code is over
    os.read(0, 1)  # until the observer allows it
    print("work finished", flush=True)


def program():
    # Python does this itself, but not where it was started with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    worker = threading.Thread(target=work)
    worker.start()
    try:
        worker.join()
    except KeyboardInterrupt:
        print("Ctrl-C, worker alive:", worker.is_alive(), flush=True)


def observe():
    waits = sys.version_info >= (3, 13)
    command = [sys.executable, __file__, "program"]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as run:
        first = run.stdout.readline()
        if not waits:
            run.wait(timeout=20)  # it ends, although its worker could not go on
        rest, _ = run.communicate("x")
    print(first + rest + "the exit has waited:", waits)
    assert first == f"Ctrl-C, worker alive: {waits}\n"
    assert rest == ("work finished\n" if waits else "")


program() if len(sys.argv) > 1 else observe()
