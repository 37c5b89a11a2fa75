# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads change one list in steps: what is lost, seen half done or raised."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor


def same(x):
    return x


def next_of(x):
    return x + 1


# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
maybe   a = []; n = 500       a.insert(0, i)            len(a) == 2 * n
maybe   a = [0] * 2000; n = 1000  a.pop(0)                  not a
maybe   a = [1, 2]            assert len(a) in (2, 4)   a *= 2; del a[2:]  a == [1, 2]
maybe   a = list(range(1000)); n = 500  a.remove(i)             a.remove(500 + i)  not a
unsafe  a = [2, 1, 3]         assert len(a) == 3        a.sort(key=same)  True
unsafe  a = [0]               a[0] = a[0] + 1           a[0] == 2 * n
unsafe  a = [0]               a[0] += 1                 a[0] == 2 * n
unsafe  a = [0]               a[0] = next_of(a[0])      a[0] == 2 * n
unsafe  a = [0]               if a: a.pop(); a.append(0)                  a
unsafe  a = [0]               if same(a): a.pop(); a.append(0)            a
unsafe  a = [0] * 9; n = 500  assert sum(1 for x in a) == 9  a.append(0); a.pop()  True
-       a = [1, 2, 3]         assert a.copy()[1] == 2   a.reverse()       a[1] == 2
-       a = [1, 2]            assert a[-1] in (2, 3)    a.append(3); a.pop()  True
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
