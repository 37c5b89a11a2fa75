# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one bytearray or memoryview: what is lost, seen half done or raised."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
safe    b = bytearray()       assert len(b) in (0, 1)   b.append(1); b.pop()  not b
maybe  b = bytearray(2)  x = b + b""; assert x[0] == x[1]  b[:] = [i % 9] * 2  len(b) == 2
maybe   b = bytearray(2)  assert b == b"00" or b < b"zz"  b[0] = i % 9  len(b) == 2
safe    b = bytearray(2)  x = b[:]; assert x[0] == x[1]  b[:] = [i % 9] * 2  len(b) == 2
safe    b = bytearray()       b.append(1)               len(b) == 2 * n
safe    b = bytearray()       b.extend(b"ab")           b == b"ab" * 2 * n
safe    b = bytearray(); n = 500  b.insert(0, 1)            len(b) == 2 * n
safe    b = bytearray(4000)   b.pop()                   not b
safe  b = bytearray(b"ab")  x = b.copy(); assert x in (b"ab", b"ba")  b.reverse()  True
safe    b = bytearray(b"ab")  assert 97 in b            b.reverse()       True
unsafe  b = bytearray(2)      b[0] = (b[0] + 1) % 251   b[0] == 2 * n % 251
-       b = bytearray(9)  memoryview(b)[3]        b.append(1); b.pop()  len(b) == 9
-  m = memoryview(bytearray(9))  m[0] = 1; assert m[1] == 0  m[2] = 1  m[0] == m[2] == 1
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
