"""Only the main thread may set a signal handler; elsewhere signal.signal raises."""

import signal
import threading


def set_handler():
    name = threading.current_thread().name
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    except ValueError as error:
        print(f"{name}: ValueError: {error}")
        outcomes.append((name, "refused"))
    else:
        print(f"{name}: the handler is set")
        outcomes.append((name, "set"))


outcomes = []
worker = threading.Thread(target=set_handler, name="worker")
worker.start()
worker.join()
assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL
set_handler()
assert signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN
assert outcomes == [("worker", "refused"), ("MainThread", "set")]
