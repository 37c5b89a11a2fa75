# /// script
# requires-python = ">=3.12"
# dependencies = []
# ///
"""settrace_all_threads traces threads that run already, unlike settrace."""

import sys
import threading

begun = [threading.Event() for _ in range(2)]
go = [threading.Event() for _ in range(2)]
seen = []


def step(number):
    pass


def work():
    for number in range(2):
        begun[number].set()
        go[number].wait()
        step(number)


def note(frame, event, argument):
    if frame.f_code is step.__code__:
        seen.append(frame.f_locals["number"])


thread = threading.Thread(target=work)
thread.start()
begun[0].wait()
threading.settrace(note)  # for threads to come
go[0].set()
begun[1].wait()
threading.settrace_all_threads(note)
go[1].set()
thread.join()
threading.settrace(None)
sys.settrace(None)
print("traced steps of the running thread:", *seen)
assert seen == [1]
