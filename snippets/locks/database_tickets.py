"""A database checks and acts in one step: of eight buyers, three get three tickets."""

import contextlib
import multiprocessing
import sqlite3
import tempfile

SELL = "UPDATE shop SET tickets = tickets - 1 WHERE tickets > 0"


def buy(path, begin, sold):
    with contextlib.closing(sqlite3.connect(path, timeout=30)) as shop:
        begin.wait()
        with shop:
            sold.put(shop.execute(SELL).rowcount)


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.closing(sqlite3.connect(f"{folder}/shop.db")) as shop,
    ):
        with shop:
            shop.execute("CREATE TABLE shop (tickets INTEGER)")
            shop.execute("INSERT INTO shop VALUES (3)")

        path = f"{folder}/shop.db"
        begin, sold = multiprocessing.Barrier(8), multiprocessing.SimpleQueue()
        buyers = [
            multiprocessing.Process(target=buy, args=[path, begin, sold])
            for _ in range(8)
        ]
        for buyer in buyers:
            buyer.start()
        got = [sold.get() for _ in buyers]
        for buyer in buyers:
            buyer.join()
        (left,) = shop.execute("SELECT tickets FROM shop").fetchone()
    print("tickets that each buyer got:", *got)
    print("tickets left:", left)
    assert (sum(got), left) == (3, 0)
