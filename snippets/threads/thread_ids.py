"""Threads have one pid and each its own native id; on Linux, main's is the pid."""

import os
import sys
import threading

RULER = "{:<12}{:>10}{:>12}{:>20}"


def report():
    name = threading.current_thread().name
    ids = os.getpid(), threading.get_native_id(), threading.get_ident()
    print(RULER.format(name, *ids))
    seen[name] = ids
    both_here.wait()  # so that no id is used again


seen = {}
both_here = threading.Barrier(3)
print(RULER.format("", "pid", "native id", "ident"))
threads = [threading.Thread(target=report, name=name) for name in ("first", "second")]
for thread in threads:
    thread.start()
report()
for thread in threads:
    thread.join()
    _, native_id, ident = seen[thread.name]
    assert (thread.native_id, thread.ident) == (native_id, ident)

assert {pid for pid, _, _ in seen.values()} == {os.getpid()}
assert len({native for _, native, _ in seen.values()}) == 3
assert len({ident for _, _, ident in seen.values()}) == 3
if sys.platform == "linux":
    assert seen["MainThread"][1] == os.getpid()
