"""A watcher that looks at a file sees a change at its next look, and only the last."""

import multiprocessing
import tempfile
import time
from pathlib import Path

PAUSE = 0.05  # seconds between two looks


def publish(path, price):
    new = path.with_name("price.new")
    new.write_text(price)
    new.replace(path)


def change(path, conn):
    """Publish three prices at once, when told to."""
    conn.recv()
    for price in ("11", "12", "13"):
        publish(path, price)
    conn.send("done")
    conn.recv()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "price")
        publish(path, "10")
        here, there = multiprocessing.Pipe()
        arguments = [path, there]
        child = multiprocessing.Process(target=change, args=arguments, name="publisher")
        child.start()
        seen, looks, last = [], 0, None
        while "13" not in seen:
            looks += 1
            if (changed := path.stat().st_mtime_ns) != last:
                last = changed
                seen.append(path.read_text())
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
