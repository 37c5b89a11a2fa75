"""A future keeps a job's exception and raises it wherever result() is called."""

import threading
import traceback
from concurrent.futures import ThreadPoolExecutor


def job(text):
    ran_in.append(threading.current_thread())
    return int(text)


ran_in = []
with ThreadPoolExecutor() as pool:
    futures = [pool.submit(job, text) for text in ("12", "twelve", "ten")]

assert threading.main_thread() not in ran_in
assert futures[0].result() == 12
print("first result:", futures[0].result())
try:
    futures[1].result()
except ValueError as error:
    print("main catches:", error)
    functions = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    print("its traceback ends in the function:", functions[-1])
    assert functions[0] == "<module>" and functions[-1] == "job"
else:
    raise AssertionError("the exception was lost")
# Nobody has asked the third one, and nothing has told that it failed.
