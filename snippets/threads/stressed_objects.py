# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one object, class or module: what is lost, seen half done or raised."""

import dataclasses
import enum
import os
import signal
import sys
import threading
import weakref
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

Color = enum.Enum("Color", "red blue")
Flags = enum.Flag("Flags", "A B C D")


@dataclasses.dataclass(eq=False)
class Point:
    x: int = 0


def next_of(x):
    return x + 1


# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
-       o = SimpleNamespace(x=0)  o.x += 1                  o.x == 2 * n
-       o = SimpleNamespace(x=0)  o.x = next_of(o.x)        o.x == 2 * n
-  o = SimpleNamespace(x=0)  setattr(o, f"a{i % 50}", i)  setattr(o, f"b{i % 50}", i)  len(vars(o)) == 101
-  o = SimpleNamespace(x=0)  vars(o).copy()  o.y = i; del o.y  vars(o) == {"x": 0}
-       class C: x = 0        C.x += 1                  C.x == 2 * n
-       class C: x = 0        assert C().x in (0, 1)    C.x = i % 2       True
-       class C: x = 0        C.y = 1; assert C.x == 0  C.z = i           C.y == 1
-       p = Point()           p.x += 1                  p.x == 2 * n
-  n = 500  assert Color(1) is Color.red  assert Color["blue"] is Color.blue  True
-       n = 500               assert Flags(i % 16) is Flags(i % 16)       True
-  w = weakref.WeakValueDictionary(); n = 300  x = Point(); w[i] = x; assert w[i]  list(w.values())  True
-  w = weakref.WeakSet(); n = 300  x = Point(); w.add(x); assert x in w  for y in w: pass  True
-       x = {1}; r = weakref.ref(x)  assert r() == {1}         r() is x
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
