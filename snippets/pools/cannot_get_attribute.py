# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["cell"], ["module"]]
# kind = "symptom"
# limit = 30
# wrong = "hangs"
# ///
"""A worker cannot find a function of -c, a prompt or a notebook; in a module it can."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FUNCTION = "def square(number):\n    return number * number\n"
CELL = """
import multiprocessing
pool = multiprocessing.get_context("spawn").Pool(1)
result = pool.apply_async(square, [3])
pool.apply(abs, [-1])  # the only worker, or the next one, has done this job
print("square has", f"answered: {result.get()}" if result.ready() else "no answer")
pool.terminate()
"""

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if sys.argv[1] == "cell":
            code = FUNCTION + CELL  # wrong: the worker has another __main__
        else:
            Path("shapes.py").write_text(FUNCTION)
            code = "from shapes import square\n" + CELL
        cell = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True
        )
        print(cell.stdout.strip())
        for line in cell.stderr.splitlines()[-1:]:
            print("the worker's last line:")
            print(line)
        if sys.argv[1] == "cell":
            assert cell.stdout == "square has no answer\n"
            assert (
                "attribute 'square'" in cell.stderr and "AttributeError" in cell.stderr
            )
        else:
            assert (cell.stdout, cell.stderr) == ("square has answered: 9\n", "")
