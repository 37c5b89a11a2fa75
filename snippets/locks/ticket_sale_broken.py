# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = 1
# stderr = "AssertionError: one ticket, two buyers"
# wrong = "races"
# ///
"""Without a lock from look to purchase, two processes buy the only ticket."""

import contextlib
import json
import multiprocessing
import sys
import tempfile
from pathlib import Path

sys.tracebacklimit = 0  # the last line of the traceback is enough


def buy(name, path, lock, both, sold):
    both.wait()  # until both processes run
    with contextlib.nullcontext(lock):  # wrong: the other can look meanwhile
        shop = json.loads(path.read_text())
        if shop["tickets"] > 0:
            with contextlib.suppress(Exception):
                both.wait(timeout=1)  # the other looks now, if it can
            shop["tickets"] -= 1
            path.write_text(json.dumps(shop))
            sold.put(name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shop.json")
        path.write_text(json.dumps({"tickets": 1}))
        lock, meeting = multiprocessing.Lock(), multiprocessing.Barrier(2)
        sold = multiprocessing.SimpleQueue()
        buyers = [
            multiprocessing.Process(target=buy, args=[name, path, lock, meeting, sold])
            for name in ("Ann", "Bob")
        ]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()

        names = []
        while not sold.empty():
            names.append(sold.get())
        assert json.loads(path.read_text()) == {"tickets": 0}
        print("sold to", *sorted(names), "and in the file:", path.read_text())
    assert len(names) == 1, "one ticket, two buyers"
