"""A callback's exception goes to the log, and is raised nowhere; sys.exit is worse."""

import logging
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, wait


def failing_callback(future):
    raise RuntimeError("the callback failed")


def last_callback(future):
    called.append(future.result())


def job():
    may_end.wait()
    return threading.current_thread()


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

called.clear()
may_end.clear()
executor = ThreadPoolExecutor(1)
future = executor.submit(job)
future.add_done_callback(lambda _: sys.exit("the callback exits"))
future.add_done_callback(last_callback)
may_end.set()
future.result().join()  # the thread ends
lost = executor.submit(int)
wait([lost], timeout=0.2)
print("after sys.exit in a callback the next job is done:", lost.done())
assert not lost.done() and not called and records[-1].levelname == "CRITICAL"
executor.shutdown()
