# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# limit = 20
# ///
"""A frozen program that spawns starts itself again until it calls freeze_support()."""

import os
import subprocess
import sys
import tempfile
from multiprocessing import get_context, set_executable
from multiprocessing.spawn import freeze_support  # what the public one calls

SCRIPT = f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "$@"\n'


def job():
    print("the job runs", flush=True)


def program():
    """What is packed: sys.executable is the program, not an interpreter."""
    sys.frozen = True
    set_executable(os.path.abspath("app"))
    if os.environ["CALLS"] == "freeze_support()":
        freeze_support()
    if "-c" in sys.argv:
        return  # the resource tracker, which cannot be had here
    starts = int(os.environ["STARTS"])
    os.environ["STARTS"] = str(starts + 1)
    print("the program starts", flush=True)
    if starts < 2:  # a brake: without it this goes on for ever
        child = get_context("spawn").Process(target=job)
        child.start()
        child.join()


if __name__ == "__main__" and "CALLS" in os.environ:
    program()
elif __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open(os.open("app", os.O_CREAT | os.O_WRONLY, 0o755), "w") as app:
            app.write(SCRIPT)
        for calls in ("nothing", "freeze_support()"):
            env = {**os.environ, "CALLS": calls, "STARTS": "0"}
            run = subprocess.run("./app", env=env, stdout=subprocess.PIPE, text=True)
            print(f"it calls {calls}:", run.stdout, sep="\n")
            counts = [
                run.stdout.count(x) for x in ("the program starts", "the job runs")
            ]
            assert counts == ([3, 0] if calls == "nothing" else [1, 1])
