# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# args = [["8000"]]
# recorded = [["100000"]]
# limit = 60
# ///
"""Two threads at one set, item by item: what is lost, seen half done or raised."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; n; before; what both do n times, or one and other; after.
ROWS = """
safe    2000  s = {-1}      assert len(s) in (1, 2)  s.add(i); s.remove(i)  s == {-1}
maybe   2000  s = {-1}      assert -1 in s          s.add(i); s.remove(i)  s == {-1}
safe    2000  s = set()     s.add(i)                s.add(-1 - i)  len(s) == 2 * n
safe    2000  s = set(range(4000))  s.remove(i)               s.discard(2000 + i)  not s
safe    2000  s = set(range(4000))  s.pop()                   not s
safe  2000  s = set(); t = {1, 2, 3}  assert len(s.copy()) in (0, 3)  \
        s |= t; s.clear()  not s
unsafe  2000  s = set(range(n)); f = lambda: 0  if i in s: f(); s.remove(i)  not s
unsafe  2000  s = {-1}      for x in s: pass        s.add(i); s.remove(i)  s == {-1}
safe  2000  s = {1}; t = {2}  assert len(s.union(t)) == 2  \
        s.update(t); s.difference_update(t)  True
maybe   2000  s = {1}; a = [2]  s.update(a)             a.append(3); a.pop()  1 in s
"""


def one_round(n, before, one, other, after):
    """Have two threads call; return "held", "lost" or the name of an error."""
    names = globals() | {"n": n, "start": threading.Barrier(2).wait}
    exec(before, names)
    shared, calls = ", ".join(names.keys() - globals().keys()), []
    with ThreadPoolExecutor(2) as pool:
        for code in one, other:
            head = f"def call():\n global {shared}\n start()\n for i in range(n):\n  "
            exec(head + code, names)
            calls.append(pool.submit(names["call"]))
    errors = [type(error).__name__ for call in calls if (error := call.exception())]
    return (errors or ["held" if eval(after, names) else "lost"])[0]


for row in ROWS.strip().splitlines():
    says, n, before, one, *other, after = filter(None, map(str.strip, row.split("  ")))
    reader, writer = os.pipe()
    if (pid := os.fork()) == 0:  # in a process of its own, since it may crash
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        sys.setswitchinterval(1e-5)
        for _ in range(int(sys.argv[1]) // (2 * int(n))):
            signal.alarm(9)  # ends a round that hangs
            end = one_round(int(n), before, one, *(other or [one]), after)
            os.write(writer, f"{end} ".encode())
        os._exit(0)
    os.close(writer)
    with open(reader) as told:
        ends = Counter(told.read().split())
    if code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        ends[signal.Signals(-code).name if code < 0 else "exit"] += 1
    print(f"{says}: {before}; {' | '.join([one, *other])}"[:80])
    shown = ", ".join(f"{number} {end}" for end, number in ends.most_common())
    print(f"        {ends.total()} rounds of 2 x {n} calls: {shown}")
    assert says != "safe" or set(ends) == {"held"}, row
