# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one set: what is lost, seen half done or raised, and what is not."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor


def next_of(x):
    return x + 1


# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    s = {-1}              assert len(s) in (1, 2)   s.add(i); s.remove(i)  s == {-1}
safe    s = {-1}              assert -1 in s            s.add(i); s.remove(i)  s == {-1}
safe    s = set()       s.add(i)                        s.add(-1 - i)  len(s) == 2 * n
safe    s = set(range(4000))  s.remove(i)               s.remove(2000 + i)  not s
safe    s = set(range(2000))  s.discard(i)              not s
safe    s = set(range(4000))  s.pop()                   not s
safe  s = set(); t = {1, 2, 3}  assert len(s.copy()) in (0, 3)  s.update(t); s.clear()  not s
safe    s = {1}; t = {2, 3}   assert len(s | t) in (1, 3)  s |= t; s &= {1}  True
safe    s = {1}; t = {1, 2}   assert s <= t             s.add(2); s.remove(2)  s == {1}
safe    s = {1}; t = {2, 3}   assert len(s.copy()) in (1, 3)  s |= t; s -= t    s == {1}
safe    s = {1}; t = {2, 3}   assert len(s.copy()) in (1, 3)  s ^= t            True
unsafe  s = {1}               if next_of(1) in s: s.remove(2)  s.add(2)          True
unsafe  s = {-1}              for x in s: pass          s.add(i); s.remove(i)  s == {-1}
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
