"""A thread without the argument daemon takes the flag of the thread that makes it."""

import threading


def job(title):
    mine = threading.current_thread().daemon
    silent = threading.Thread(target=print)
    outspoken = threading.Thread(target=print, daemon=False)
    print(f"in {title}, daemon {mine}:")
    print(f"    Thread(...):               daemon {silent.daemon}")
    print(f"    Thread(..., daemon=False): daemon {outspoken.daemon}")
    assert silent.daemon == mine
    assert outspoken.daemon is False


job("the main thread")
assert threading.main_thread().daemon is False
for daemon in (False, True):
    title = "a daemon thread" if daemon else "a plain thread"
    outer = threading.Thread(target=job, args=[title], daemon=daemon)
    outer.start()
    outer.join()
    assert outer.daemon == daemon
