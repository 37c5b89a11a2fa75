"""A callback's exception goes to the log, and is raised nowhere."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor


def failing_callback(future):
    raise RuntimeError("the callback failed")


def last_callback(future):
    called.append(future.result())


records, called = [], []
handler = logging.Handler()
handler.emit = records.append
logging.getLogger("concurrent.futures").addHandler(handler)

may_end = threading.Event()
with ThreadPoolExecutor(1) as executor:
    future = executor.submit(may_end.wait)
    future.add_done_callback(failing_callback)
    future.add_done_callback(last_callback)
    may_end.set()

print("result:", future.result(), "exception:", future.exception())
assert future.result() is True and future.exception() is None
assert called == [True]  # the second callback was called all the same

for record in records:
    print("logged:", record.levelname, record.exc_info[1])
assert [str(record.exc_info[1]) for record in records] == ["the callback failed"]
