# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 40
# pythons = ["3.14", "3.14t"]
# wrong = "races"
# ///
"""With a GIL, only statements with a call in them lose updates; three do everywhere."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 10_000  # by each of the two threads
PROGRAM = """
import itertools, types
class Account:
    total = property(lambda self: self.sum, lambda self, new: setattr(self, "sum", new))
account, point, ids = Account(), types.SimpleNamespace(x=0), itertools.count()
account.sum, number, row, ages, items = 0, 0, [0], {"ann": 0}, []
def run(me):
    global number
    begin.wait()
    for i in range(STEPS):
        """
STATEMENTS = {  # what they change, and the call between their read and their write
    "items.append(next(ids))": ("len(set(items))", None),
    "number += 1": ("number", None),
    "point.x += 1": ("point.x", None),
    "row[0] += 1": ("row[0]", None),
    "ages['ann'] += 1": ("ages['ann']", None),
    "number += len('a')": ("number", "len"),
    "number += int(1)": ("number", "int"),
    "ages['ann'] = ages.get('ann', 0) + 1": ("ages['ann']", "get"),
    "account.total += 1": ("account.total", "the property"),
}


def lost(statement, effects):
    """Return how many effects are lost when two threads repeat the statement."""
    names = {"STEPS": STEPS, "begin": threading.Barrier(2)}
    exec(PROGRAM + statement, names)
    for future in [pool.submit(names["run"], me) for me in "AB"]:
        future.result()
    return 2 * STEPS - eval(effects, names)


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)  # ask for the GIL as often as possible
    pool = ThreadPoolExecutor(2)
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    for statement, (effects, call) in STATEMENTS.items():
        loses = call not in (None, "len")
        end = time.monotonic() + (9 if loses else 0.05 if has_gil else 0.5)
        some = False
        while not some and time.monotonic() < end:
            some = lost(statement, effects) > 0
        grade = "never: some lost" if some else "by accident: none lost"
        print(f"{statement:37} {grade}")
        if loses:
            assert some
        elif has_gil and not call:
            assert not some
    pool.shutdown()
