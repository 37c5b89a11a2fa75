# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads take from one iterator or generator: what comes twice, never or raises."""

import itertools
import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
unsafe  a = []; x = iter(range(4000))  a.append(next(x))         len(set(a)) == 2 * n
unsafe  a = []; x = iter([*range(4000)])  a.append(next(x))         len(set(a)) == 2 * n
unsafe  a = []; x = iter((*range(4000),))  a.append(next(x))       len(set(a)) == 2 * n
unsafe  a = []; x = (j for j in range(4000))  a.append(next(x))  len(set(a)) == 2 * n
unsafe  a = []; x = enumerate(range(4000))  a.append(next(x)[0])    len(set(a)) == 2 * n
unsafe  a = []; x = zip(range(4000), range(4000))  j, k = next(x); assert j == k   True
unsafe  a = []; x = map(abs, range(4000))  a.append(next(x))       len(set(a)) == 2 * n
unsafe  a = []; x = reversed(range(4000))  a.append(next(x))       len(set(a)) == 2 * n
-       a = []; x = itertools.count()  a.append(next(x))         len(set(a)) == 2 * n
-  a = []; x = itertools.chain(range(2000), range(2000))  a.append(next(x))  len(a) == 2 * n
-       a = []; x = itertools.cycle([0, 1])  a.append(next(x))         sum(a) == n
-       x, y = itertools.tee(range(2000))  next(x)                 next(y)       True
-  a = []; x = itertools.accumulate([1] * 4000)  a.append(next(x))  len(set(a)) == 2 * n
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
