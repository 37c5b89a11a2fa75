# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one deque: what is lost, seen half done or raised, and what is not."""

import os
import signal
import sys
import threading
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    q = deque()           q.append(i)               len(q) == 2 * n
safe    q = deque()     q.appendleft(i)                 q.append(i)   len(q) == 2 * n
safe    q = deque([0] * 4000)  q.pop()                   q.popleft()       not q
safe  q = deque(); a = []  q.append(i)  if q: a.append(q.popleft())  a == sorted(a)
-       q = deque(maxlen=9)   assert len(q) <= 9        q.append(i)       len(q) == 9
-       q = deque()           q.extend([i, i])          len(q) == 4 * n
-       q = deque([1, 2])     q.rotate()                list(q) == [1, 2]
-       q = deque([1])  len(q), q[0], 1 in q    q.append(i); q.pop()  list(q) == [1]
-       q = deque([1])  q.copy()                q.append(i); q.pop()  list(q) == [1]
-       q = deque([1])  list(q)                 q.append(i); q.pop()  list(q) == [1]
-       q = deque([1])  for x in q: pass        q.append(i); q.pop()  list(q) == [1]
-       q = deque([0])        q[0] += 1                 q[0] == 2 * n
-       q = deque([1])        q.clear()                 q.append(i)       True
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
