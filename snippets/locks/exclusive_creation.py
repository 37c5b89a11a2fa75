"""Of several processes that create a file with mode "x", exactly one succeeds."""

import multiprocessing
import tempfile
from pathlib import Path


def create(path, begin, results):
    begin.wait()
    try:
        with open(path, "x") as file:
            file.write("mine")
        results.put("created it")
    except FileExistsError:
        results.put("FileExistsError")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "owner.txt")
        begin = multiprocessing.Barrier(6)
        results = multiprocessing.SimpleQueue()
        children = [
            multiprocessing.Process(target=create, args=[path, begin, results])
            for _ in range(6)
        ]
        for child in children:
            child.start()
        answers = sorted(results.get() for _ in children)
        for child in children:
            child.join()
        for answer in sorted(set(answers)):
            print(f"{answers.count(answer)} of {len(answers)}: {answer}")
        assert answers.count("created it") == 1
        print("all have ended, the file is there:", path.exists())
        assert path.exists()
