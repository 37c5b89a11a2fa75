# /// script
# requires-python = ">=3.11"
# dependencies = ["tqdm"]
# ///
"""Two workers draw a bar each, but the line of the terminal has room for one."""

import multiprocessing
import tempfile
from pathlib import Path

from tqdm import tqdm

spawn = multiprocessing.get_context("spawn")
LOOK = "{desc:6} {n}/{total} |{bar:20}|"


def work(path, name, turns):
    with open(path, "a") as screen:
        bar = tqdm(desc=name, total=3, file=screen, bar_format=LOOK, mininterval=0)
        turns.send("ready")
        for _ in iter(turns.recv, "end"):
            bar.update()
            turns.send("drawn")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "screen")  # stands for the terminal that both write to
        workers = {}
        for name in ("cook", "waiter"):
            here, there = spawn.Pipe()
            worker = spawn.Process(target=work, args=(path, name, there), name=name)
            worker.start()
            workers[name] = worker, here
            assert here.recv() == "ready"

        for name in ["cook", "waiter", "cook", "waiter", "cook"]:
            _, turns = workers[name]
            turns.send("a step is done")
            assert turns.recv() == "drawn"
            text = path.read_bytes().decode()
            assert "\n" not in text  # all of it is still the same line of the terminal
            line = text.rpartition("\r")[2]  # what has been drawn last hides the rest
            print("on the terminal now:", line)
            assert line.startswith(name)

        for worker, turns in workers.values():
            turns.send("end")
            worker.join()
