# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one dictionary, taken as a whole or in steps: what is lost or raised."""

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
safe    d = {}                dict(d)                   d[i] = i; del d[i]  not d
safe    d = {}                dict.fromkeys(d)          d[i] = i; del d[i]  not d
safe    d = {}; e = {}  assert d == e           d.keys(), d.values(), d.items()  True
safe    d = {}                for k in d.copy(): pass   d[i] = i; del d[i]  not d
safe    d = {"a": 0}; e = {"a": 0}  d.update(e)               e.update(d)       d == e
maybe  d = {}; a = [("a", 0)]  d.update(a)  a.append(("b", 0)); a.pop()  d["a"] == 0
maybe   d = {}; a = ["a"]     dict.fromkeys(a)          a.append("b"); a.pop()  True
unsafe  d = {"a": 0}          d["a"] = d["a"] + 1       d["a"] == 2 * n
unsafe  d = {"a": 0}          d["a"] = next_of(d["a"])  d["a"] == 2 * n
unsafe  d = {0: 0}            if next_of(0) in d: del d[1]  d[1] = i          True
unsafe  d = {}                for k in d: pass          d[i] = i; del d[i]  not d
-       d = {}                list(d)                   d[i] = i; del d[i]  not d
-       d = {}                {**d}                     d[i] = i; del d[i]  not d
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
