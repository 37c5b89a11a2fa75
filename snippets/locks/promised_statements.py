# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""What is documented as safe loses no effect when two threads do it to one object."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 2000  # by each of the two threads
PROGRAM = """
import collections, queue
items, stock, pairs, group = [], list(range(2 * STEPS)), {}, set()
line, work = collections.deque(), queue.SimpleQueue()
def run(me):
    begin.wait()
    for i in range(STEPS):
        """
STATEMENTS = {  # and how many of its effects are there in the end
    "items.append(i)": "len(items)",
    "items.append(stock.pop())": "len(set(items))",
    "items.extend((i, i))": "len(items) / 2",
    "pairs[me, i] = i": "len(pairs)",
    "pairs.update({(me, i): i})": "len(pairs)",
    "pairs.setdefault(i, []).append(me)": "sum(map(len, pairs.values()))",
    "group.add((me, i))": "len(group)",
    "line.append(i)  # a deque": "len(line)",
    "work.put(i)  # a SimpleQueue": "work.qsize()",
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
    for statement, effects in STATEMENTS.items():
        rounds, end = 0, time.monotonic() + 0.05
        while rounds == 0 or time.monotonic() < end:
            assert lost(statement, effects) == 0
            rounds += 1
        print(f"{statement:35} always: promised, all {rounds * 2 * STEPS} there")
    pool.shutdown()
