# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# quiet = true
# ///
"""Where there is a GIL, two computing threads keep no more than one CPU busy."""

import sysconfig
import threading
import time


def compute():
    sum(number * number for number in range(2_000_000))


if __name__ == "__main__":
    begin, used = time.perf_counter(), time.process_time()
    workers = [threading.Thread(target=compute) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    used, took = time.process_time() - used, time.perf_counter() - begin
    print(f"CPUs busy: {used / took:.1f}")
    assert 0.5 < used / took < 1.5 or sysconfig.get_config_var("Py_GIL_DISABLED")
