# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""What asks a Popen how it is reaps it, and so does its deletion; looking does not."""

import gc
import os
import subprocess
import time
import warnings
from pathlib import Path


def zombie():
    child = subprocess.Popen(["true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # it has ended
    return child


LEAVES_IT = {
    "0.2 seconds": lambda box: time.sleep(0.2),
    "box[0].returncode": lambda box: box[0].returncode,
    "repr(box[0])": lambda box: repr(box[0]),
    "another Popen": lambda box: subprocess.Popen(["true"]).wait(),
    "gc.collect()": lambda box: gc.collect(),
}
REAPS_IT = {
    "box[0].poll()": lambda box: box[0].poll(),
    "box[0].wait()": lambda box: box[0].wait(),
    "box[0].communicate()": lambda box: box[0].communicate(),
    "box[0].kill()": lambda box: box[0].kill(),
    "with box[0]: pass": lambda box: box[0].__exit__(None, None, None),
    "box.clear()": lambda box: (box.clear(), gc.collect()),
}

if __name__ == "__main__":
    for action, act in {**LEAVES_IT, **REAPS_IT}.items():
        box = [zombie()]
        pid = box[0].pid
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            act(box)
            note = f"and a {said.pop().category.__name__}" if said else ""
        left = Path(f"/proc/{pid}").exists()
        print(f"{action:20}", "still a zombie" if left else "reaped", note)
        assert left == (action in LEAVES_IT)
        assert bool(note) == (action == "box.clear()")
        for child in box:
            child.wait()
