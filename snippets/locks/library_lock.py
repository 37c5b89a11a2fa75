"""A logging handler works for one thread at a time, without any lock of yours."""

import logging
import threading
import time

inside = most = 0
counting = threading.Lock()


class Slow(logging.Handler):
    def emit(self, record):
        global inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        time.sleep(0.03)
        written.append(record.getMessage())
        with counting:
            inside -= 1


if __name__ == "__main__":
    written = []
    log = logging.getLogger("example")
    log.addHandler(Slow())
    threads = [threading.Thread(target=log.error, args=(name,)) for name in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{len(written)} records written, by at most {most} thread at a time")
    assert sorted(written) == ["A", "B", "C", "D"]
    assert most == 1
