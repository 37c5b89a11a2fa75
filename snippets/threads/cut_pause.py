"""Event.wait(timeout) returns False after its time, and True as soon as it is set."""

import threading
import time


def work():
    results.append(stop.wait(timeout=0.1))
    print("worker: the short pause is over, wait() returned", results[-1])
    in_long_pause.set()
    results.append(stop.wait(timeout=600))
    print("worker: the long pause is over, wait() returned", results[-1])


results = []
stop, in_long_pause = threading.Event(), threading.Event()
worker = threading.Thread(target=work, name="worker")
worker.start()
in_long_pause.wait()
time.sleep(0.1)  # long enough to be seen in the picture
begin = time.monotonic()
stop.set()
worker.join()
took = time.monotonic() - begin
print(f"main:   it took {took:.3f} s to stop a pause of 600 s")
assert results == [False, True]
assert took < 60
