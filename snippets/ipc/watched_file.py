"""A watcher that looks at a file sees a change at its next look, and only the last."""

import contextlib
import multiprocessing
import os
import tempfile
import time
from pathlib import Path

PRICE = Path("price")
PAUSE = 0.05  # seconds between two looks


def publish(price):
    Path("price.new").write_text(price)
    os.replace("price.new", PRICE)


def change(conn):
    """Publish three prices at once, when told to."""
    conn.recv()
    for price in ("11", "12", "13"):
        publish(price)
    conn.send("done")
    conn.recv()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        publish("10")
        here, there = multiprocessing.Pipe()
        child = multiprocessing.Process(target=change, args=[there], name="publisher")
        child.start()
        seen, looks, last = [], 0, None
        while "13" not in seen:
            looks += 1
            if (changed := PRICE.stat().st_mtime_ns) != last:
                last = changed
                seen.append(PRICE.read_text())
                print(f"look {looks}: the price is {seen[-1]}")
            if looks == 5:
                here.send("go")
                assert here.recv() == "done"
            time.sleep(PAUSE)
        here.send("end")
        child.join()
    print(looks, "looks; changes seen:", len(seen) - 1, "of 3")
    assert seen == ["10", "13"]
    assert looks == 6
