"""With a lock around check and act, only one thread sells the last seat."""

import contextlib
import sys
import threading

sys.tracebacklimit = 0  # the last line of the traceback is enough
lock = threading.Lock()
both_have_checked = threading.Barrier(2)
seats = {"12A": "free"}
tickets = []


def book(name):
    with lock:  # right: the other waits until it is done
        if seats["12A"] == "free":
            with contextlib.suppress(threading.BrokenBarrierError):
                both_have_checked.wait(timeout=1)  # the other checks now, if it can
            seats["12A"] = name
            tickets.append(name)


if __name__ == "__main__":
    threads = [threading.Thread(target=book, args=(name,)) for name in ("Ann", "Bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    print(f"seat 12A is sold to {' and '.join(sorted(tickets))}")
    assert len(tickets) == 1, "one seat, two tickets"
