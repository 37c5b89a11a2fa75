# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.11", "3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""Two threads at one Counter, defaultdict or OrderedDict: what is lost or raised."""

import os
import signal
import sys
import threading
from collections import ChainMap, Counter, OrderedDict, defaultdict
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType

# The documentation's word; before; what both do n times, or one and the other; after.
ROWS = """
-       c = Counter()         c["a"] += 1               c["a"] == 2 * n
-       c = Counter(); n = 500  c.update("ab")            c["a"] == 2 * n
-  c = Counter(a=1); n = 500  c.most_common(1)  c[i] = 1; del c[i]  c == Counter(a=1)
-       c = Counter(); n = 500  c + Counter(b=1)          c[i] = 1; del c[i]  not c
-       d = defaultdict(int)  d["a"] += 1               d["a"] == 2 * n
-  d = defaultdict(list)  d[i].append(1)  all(len(x) == 2 for x in d.values())
-  d = defaultdict(lambda: []); n = 500  d[i].append(1)  all(len(x) == 2 for x in d.values())
-       o = OrderedDict()  o[i] = 1                o[-1 - i] = 1  len(list(o)) == 2 * n
-  o = OrderedDict(a=1, b=2)  o.move_to_end("a")  o.move_to_end("b")  len(list(o)) == 2
-  o = OrderedDict.fromkeys(range(4000))  o.popitem()  o.popitem(False)  not o
-  o = OrderedDict(a=1); n = 500  for k in o: pass  o[i] = 1; del o[i]  len(o) == 1
-  c = ChainMap({}, {"a": 1}); n = 500  assert c["a"] == 1  c[i] = 1; del c[i]  len(c) == 1
-  d = {}; m = MappingProxyType(d)  m.get(1), len(m)  d[i] = 1; del d[i]  not m
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
