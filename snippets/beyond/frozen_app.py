# /// script
# requires-python = ">=3.11"
# dependencies = ["pyinstaller"]
# [tool.proof]
# platform = "linux"
# needs = ["objdump"]
# group = "beyond"
# limit = 60
# ///
"""Frozen by PyInstaller, a program's children begin as main without freeze_support."""

import pathlib
import subprocess
import sys
import tempfile

APP = """
import multiprocessing, os, sys

def work():
    print("the child works", flush=True)

if __name__ == "__main__":
    if "SUPPORTED" in os.environ:
        multiprocessing.freeze_support()  # the point
    print("main begins", flush=True)
    if sys.argv[1:]:
        sys.exit("started as a child: a brake, or it would go on and on")
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    child.join()
"""
FREEZE = [sys.executable, "-m", "PyInstaller", "--onedir", "app.py"]

with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "app.py").write_text(APP)
    made = subprocess.run(FREEZE, cwd=folder, capture_output=True, text=True)
    if made.returncode and "shared library" in made.stderr:
        print("this Python has no shared library, so nothing can be frozen with it")
        sys.exit()
    assert made.returncode == 0, made.stderr
    for names, expected in [({}, (3, 0)), ({"SUPPORTED": "1"}, (1, 1))]:
        app = f"{folder}/dist/app/app"
        run = subprocess.run([app], env=names, capture_output=True, text=True)
        seen = run.stdout.count("main begins"), run.stdout.count("the child works")
        print("with freeze_support:" if names else "without freeze_support:")
        print(f"  main begins {seen[0]} times, the child works {seen[1]} times")
        assert seen == expected
