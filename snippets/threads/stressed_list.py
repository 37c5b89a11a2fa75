# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one list: what is lost, seen half done or raised, and what is not."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    a = []                a.append(i)               len(a) == 2 * n
safe    a = [0] * 4000        a.pop()                   not a
safe    a = [0, 0]            assert a[0] in (0, 1)     a[0] = i % 2      True
safe    a = [1, 1]      a[0] = i                        a[1] = i      a == [n - 1] * 2
safe    a = [0] * 9     assert len(a.copy()) in (0, 9)  a.clear(); a.extend([0] * 9)  a
safe    a = []                assert len(a + a) % 2 == 0  a.append(i); a.pop()  not a
safe    a = []                assert len(2 * a) % 2 == 0  a.append(i); a.pop()  not a
safe    a = []        a.extend([i, i])        a[::2] == a[1::2] and len(a) == 4 * n
safe    a = []        a += [i, i]             a[::2] == a[1::2] and len(a) == 4 * n
safe    a = [0, 0]      x = a[:]; assert x[0] == x[1]   a[:] = [i, i]  len(a) == 2
maybe   a = [1, 2] * 9  assert 2 in a           a.insert(0, 1); a.pop(0)  len(a) == 18
maybe   a = [1, 2] * 9  assert a.index(2) < 3   a.insert(0, 1); a.pop(0)  len(a) == 18
maybe   a = [1, 2] * 9  assert a.count(2) == 9  a.insert(0, 1); a.pop(0)  len(a) == 18
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
