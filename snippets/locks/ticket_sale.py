# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two processes search and buy with one lock around data.json: one ticket is sold."""

import json
import multiprocessing
import os
import tempfile


def load():
    with open("data.json") as file:
        return json.load(file)


def task(name, lock):
    with lock:
        print(name, "searches: tickets left", load()["tickets"])
    with lock:
        data = load()
        if data["tickets"] > 0:
            data["tickets"] -= 1
            with open("data.json", "w") as file:
                json.dump(data, file)
            print(name, "buys a ticket")
        else:
            print(name, "comes too late: sold out")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("data.json", "w") as file:
            json.dump({"tickets": 1}, file)
        lock = multiprocessing.Lock()
        buyers = [
            multiprocessing.Process(target=task, args=(n, lock)) for n in ("Ann", "Bob")
        ]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
        left = load()
        os.remove("data.json")
        assert left == {"tickets": 0}
