# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one queue, and at what synchronises: what is lost or raised."""

import bisect
import heapq
import os
import queue
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    q = queue.Queue(); n = 400  q.put(i)                  q.qsize() == 2 * n
safe    q = queue.Queue(9); n = 400  q.put(i)                q.get()       q.empty()
safe    q = queue.SimpleQueue()  q.put(i)                  q.qsize() == 2 * n
safe  q = queue.SimpleQueue(); n = 400  q.put(i)  assert q.get() == i  q.empty()
safe    q = queue.LifoQueue(); n = 400  q.put(i)                q.get()       q.empty()
safe  q = queue.PriorityQueue(); n = 400  q.put(i)  q.get() == q.get() == 0
unsafe  q = queue.Queue(); n = 400  if q.qsize(): q.get_nowait()  q.put(i); q.get_nowait()  True
-       e = threading.Event(); n = 400  e.set(); e.is_set()       e.clear()         True
-  c = threading.Lock(); x = [0]; n = 400  with c: x[0] = abs(x[0]) + 1  x[0] == 2 * n
-  c = threading.RLock(); x = [0]; n = 400  with c: x[0] = abs(x[0]) + 1  x[0] == 2 * n
-  c = threading.Semaphore(1); x = [0]; n = 400  with c: x[0] = abs(x[0]) + 1  x[0] == 2 * n
-  h = []; n = 500  heapq.heappush(h, i)  [heapq.heappop(h) for _ in range(2 * n)] == sorted([*range(n)] * 2)
-       h = []; n = 500  bisect.insort(h, i)     h == sorted(h) and len(h) == 2 * n
"""


def stress(before, one, other, after):
    """Count how rounds end, in a process of their own, since one may crash."""
    reader, writer = os.pipe()
    if (pid := os.fork()) == 0:
        signal.alarm(20)  # ends what hangs
        sys.setswitchinterval(1e-5)
        for _ in range(25):
            os.write(writer, f"{one_round(before, one, other, after)} ".encode())
        os._exit(0)
    os.close(writer)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    crash = [signal.Signals(-code).name] if code else []
    with open(reader) as rounds:
        return Counter(rounds.read().split() + crash)


def one_round(before, one, other, after):
    """Have two threads call; return "held", "lost" or the name of an error."""
    names = globals() | {"n": 2_000, "start": threading.Barrier(2).wait}
    exec(before, names)
    shared, calls = ", ".join(names.keys() - globals().keys()), []
    with ThreadPoolExecutor(2) as pool:
        for code in one, other:
            head = f"def call():\n global {shared}\n start()\n for i in range(n):\n  "
            exec(head + code, names)
            calls.append(pool.submit(names["call"]))
    errors = [type(error).__name__ for call in calls if (error := call.exception())]
    return (errors or ["held" if eval(after, names) else "lost"])[0]


for line in ROWS.strip().splitlines():
    says, before, one, *other, after = filter(None, map(str.strip, line.split("  ")))
    ends = stress(before, one, *(other or [one]), after)
    shown = ", ".join(f"{number} {end}" for end, number in ends.most_common())
    print(f"{says:7}{' | '.join([one, *other]):52} {shown}")
    assert says != "safe" or set(ends) == {"held"}, line
