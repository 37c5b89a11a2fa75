"""join() waits for a daemon thread to its end, and the daemon's finally block runs."""

import threading


def work():
    try:
        may_end.wait()
        done.append("work")
    finally:
        done.append("finally")


done = []
may_end = threading.Event()
daemon = threading.Thread(target=work, name="daemon", daemon=True)
daemon.start()

daemon.join(timeout=0.1)
print("main has waited 0.1 s, the daemon is alive:", daemon.is_alive())
assert daemon.is_alive()

may_end.set()
daemon.join()
print("main has joined it; the daemon did:", done)
assert not daemon.is_alive()
assert done == ["work", "finally"]
