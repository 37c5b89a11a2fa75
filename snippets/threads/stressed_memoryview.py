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
"""Two threads at one memoryview or its bytes: what is lost, torn or raised."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# The documentation's word; n; before; what both do n times, or one and other; after.
ROWS = """
safe    2000  b = bytearray(9)      memoryview(b).release()   b.append(1) is None
safe!   2000  m = memoryview(bytearray(9))  memoryview(m).release()  m.release() is None
safe!   2000  m = memoryview(bytes(9))  m[:4].release()           m.release() is None
safe    2000  m = memoryview(bytes(9))  assert m.shape == (9,) and m.format == "B"  True
safe  2000  m = memoryview(b"ab" * 9)  assert m[1] == 98  assert m[:2] == b"ab"  True
safe  2000  m = memoryview(bytearray(9)); k = threading.Lock()  \
        with k: m[0] = (m[0] + 1) % 251  m[0] == 2 * n % 251
unsafe  2000  m = memoryview(bytearray(900))  m[:] = b"x" * 900  m[:] = b"y" * 900  \
        len({*m}) == 1
unsafe  2000  m = memoryview(bytearray(900))  assert m[0] == m[899]  \
        m[:] = bytes([i % 9]) * 900  True
unsafe  2000  b = bytearray(9)  memoryview(b)[3]  b.append(1); b.pop()  len(b) == 9
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
