# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at what cannot be changed, and at a name that is bound anew."""

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
safe    x = 2 ** 99           assert x + 1 - 1 == 2 ** 99                 True
safe    x = "a" * 9           assert hash(x) == hash("a" * 9)             True
safe  x = ("a", [])  assert x[0] == "a" and len(x) == 2  x[1].append(i); x[1].pop()  x[1] == []
safe    x = b"ab" * 9         assert x.count(b"a") == 9                   True
safe    x = frozenset("ab")   assert "a" in x and len(x) == 2             True
safe    x = range(9)          assert 8 in x and len(x) == 9               True
-       x = 0                 x += 1                    x == 2 * n
-       x = 0                 x = next_of(x)            x == 2 * n
-       x = ""; n = 500       x += "a"                  len(x) == 2 * n
-       x = y = 0             x, y = y, x               x == y == 0
-       x = 0                 assert x in (0, 1)        x = i % 2         True
-       x = 0                 if next_of(x) == 1: assert x == 0  x = i % 2         True
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
