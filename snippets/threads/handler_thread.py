"""A Python signal handler runs in the main thread, whichever thread gets the signal."""

import signal
import threading
import time


def handler(signum, frame):
    name = threading.current_thread().name
    print(f"{signal.Signals(signum).name}: the handler runs in {name}")
    ran_in.append(name)


ran_in = []
signal.signal(signal.SIGUSR1, handler)
may_end = threading.Event()
worker = threading.Thread(target=may_end.wait, name="worker")
worker.start()

for receiver in (threading.main_thread(), worker):
    handled = len(ran_in)
    print("signal sent to", receiver.name)
    signal.pthread_kill(receiver.ident, signal.SIGUSR1)
    while len(ran_in) == handled:
        time.sleep(0.001)

may_end.set()
worker.join()
assert ran_in == ["MainThread", "MainThread"]
