# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads call one function or object of a module: what is lost, twice or raised."""

import array
import contextvars
import copy
import functools
import os
import random
import re as patterns
import signal
import sys
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

calls = []


@functools.lru_cache
def cached(x):
    calls.append(x)
    return x


class Lazy:
    value = functools.cached_property(lambda self: [])


# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
-       calls.clear(); cached.cache_clear()  assert cached(i) == i     len(calls) == n
-  cached.cache_clear()  assert cached(i % 9) == i % 9  cached.cache_info().currsize == 9
-       f = functools.partial(max, 0)  assert f(i) == i          True
-       o = Lazy()      o.value.append(i); del o.__dict__["value"]  o.value       True
-  v = contextvars.ContextVar("v", default=0)  v.set(i); assert v.get() == i  v.set(-1)  v.get() == 0
-  r = random.Random(); a = []; n = 500  a.append(r.random())  len(set(a)) == 2 * n
-       r = random.Random()   assert 0 <= r.randrange(9) < 9              True
-  p = patterns.compile("a+")  assert p.match("aab")[0] == "aa"  p.sub("", "aab")  True
-       n = 40          assert patterns.match(f"{i}$", f"{i}")  patterns.purge()  True
-       a = []; n = 500       copy.copy(a)              a.append(i); a.pop()  not a
-       a = array.array("i")  a.append(i)               len(a) == 2 * n
-       n = 100               sys.modules.pop("colorsys", None); import colorsys  True
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
