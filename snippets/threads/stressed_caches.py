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
"""Two threads at one cache, random generator or pattern: what is lost or raised."""

import os
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache, partial

# The documentation's word; n; before; what both do n times, or one and other; after.
ROWS = """
safe    2000  f = lru_cache(abs)  f(i)                    f.cache_info().currsize == 128
unsafe  2000  a = []; f = cache(lambda x: a.append(x))  f(i)  len(a) == n
-       2000  f = partial(max, 0)   assert f(i) == i          True
safe  500  import random; r = random.Random(); a = []  a.append(r.random())  \
        len({*a}) == 2 * n
safe    2000  import random; r = random.Random()  assert 0 <= r.randrange(9) < 9  True
-  2000  import re; p = re.compile("a+")  assert p.match("aab")[0] == "aa"  \
        p.sub("", "aab")  True
-       200   import re       assert re.match(f"{i}$", f"{i}")  re.purge()    True
-  20  sys.modules.pop("colorsys", None)  import colorsys as x; assert x.hsv_to_rgb  \
        True
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
