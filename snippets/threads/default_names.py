"""A thread without a name is numbered, and named after the function that it runs."""

import functools
import re
import threading


def job():
    names.append(threading.current_thread().name)


names = []
unnamed = threading.Thread(target=job)
without_target = threading.Thread()
of_partial = threading.Thread(target=functools.partial(job))
named = threading.Thread(target=job, name="job of Ann")
for thread in (unnamed, without_target, of_partial, named):
    print(thread.name)
    thread.start()
    thread.join()
assert re.fullmatch(r"Thread-\d+ \(job\)", unnamed.name)
assert re.fullmatch(r"Thread-\d+", without_target.name)
assert re.fullmatch(r"Thread-\d+", of_partial.name)  # a partial has no __name__
assert names == [unnamed.name, of_partial.name, "job of Ann"]

named.name = "job of Bob"  # only a label: it can be changed, and need not be unique
unnamed.name = "job of Bob"
print(named)
assert named.name == unnamed.name
assert named is not unnamed
assert threading.current_thread() is threading.main_thread()
assert threading.main_thread().name == "MainThread"
