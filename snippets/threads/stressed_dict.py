# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one dictionary: what is lost, seen half done or raised, and what is not."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    d = {}          d[i] = i                        d[-1 - i] = i  len(d) == 2 * n
safe    d = {"a": 0}          assert d["a"] in (0, 1)   d["a"] = i % 2    len(d) == 1
safe    d = {"a": 0}    assert d.get("a") == 0          d[i] = i      len(d) == n + 1
safe    d = {"a": 0}          assert "a" in d           d[i] = i; del d[i]  len(d) == 1
safe    d = {"a": 0}          assert len(d) in (1, 2)   d[i] = i; del d[i]  len(d) == 1
safe    d = dict.fromkeys(range(2*n))  del d[i]                  del d[n + i]      not d
safe    d = dict.fromkeys(range(2*n))  d.pop(i)                  d.pop(n + i)      not d
safe    d = dict.fromkeys(range(2*n))  d.popitem()               not d
safe    d = {}                d.pop(i, None)            d[i] = i; d.pop(i, None)  not d
safe    d = {}; a = []  a.append(d.setdefault(i, [i]))  len(set(map(id, a))) == n
safe  d = {}; e = {1: 1, 2: 2}  assert len(d.copy()) != 1  d.update(e); d.clear()  not d
safe  d = {1: 0, 2: 0}  x = d.copy(); assert x[1] == x[2]  d.update({1: i, 2: i})  True
safe    d = {1: 0, 2: 0}      x = d | {}; assert x[1] == x[2]  d |= {1: i, 2: i}  True
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
