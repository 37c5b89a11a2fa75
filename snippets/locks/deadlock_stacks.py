# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "(?s)(in move_(there|back).*){2}Timeout.*(in move_(there|back).*){2}"
# wrong = "deadlocks"
# ///
"""A signal, or a timeout, makes faulthandler show where each stuck thread stands."""

import faulthandler
import os
import signal
import sys
import threading
import time

a, b = threading.Lock(), threading.Lock()
all_set = threading.Barrier(3)


def move_there():
    with a:
        all_set.wait()
        b.acquire()  # never comes back


def move_back():
    with b:
        all_set.wait()
        a.acquire()  # never comes back


if __name__ == "__main__":
    for work in (move_there, move_back):
        threading.Thread(target=work, daemon=True).start()
    all_set.wait()
    time.sleep(0.1)  # they get stuck meanwhile

    faulthandler.register(signal.SIGUSR1)  # whenever somebody asks
    os.kill(os.getpid(), signal.SIGUSR1)  # or, in a shell: kill -USR1 and the pid
    print("the signal has shown the stacks; the program goes on", flush=True)

    faulthandler.dump_traceback_later(0.2, exit=True)  # unless cancelled by then
    time.sleep(60)
    sys.exit(2)  # not reached
