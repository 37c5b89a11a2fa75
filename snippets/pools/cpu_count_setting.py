# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 PYTHON_CPU_COUNT sets what os.cpu_count says, and so a pool's size."""

import os
import subprocess
import sys

PROGRAM = """
import os
from concurrent.futures import ThreadPoolExecutor
print("os.cpu_count():", os.cpu_count())
print("threads of an executor:", ThreadPoolExecutor()._max_workers)
"""


def run(**settings):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


usual, set_to_7 = run(), run(PYTHON_CPU_COUNT="7")
print("PYTHON_CPU_COUNT=7:", set_to_7, sep="\n", end="")
if sys.version_info >= (3, 13):
    assert set_to_7.split("\n")[:2] == [
        "os.cpu_count(): 7",
        "threads of an executor: 11",
    ]
else:
    assert set_to_7 == usual
