# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["-"], ["-i"]]
# limit = 20
# ///
"""Functions piped in or typed in can be a target under fork only."""

import re
import subprocess
import sys

PROGRAM = """
import multiprocessing
def own(text):
    print("own function")

context = multiprocessing.get_context("METHOD")
for target in (own, print):
    child = context.Process(target=target, args=("imported function",))
    child.start()
    child.join()

"""

how = sys.argv[1]
expected_error = {"-": "FileNotFoundError", "-i": "AttributeError"}[how]

for method in ("fork", "spawn", "forkserver"):
    run = subprocess.run(
        [sys.executable, "-I", how],  # isolated: what is typed in goes into no history
        input=PROGRAM.replace("METHOD", method),
        capture_output=True,
        text=True,
    )
    ran = [kind for kind in ("own", "imported") if f"{kind} function" in run.stdout]
    error = re.search(r"\w+Error|$", run.stderr)[0]
    print(f"{method:10}  ran: {ran}  {error}")
    assert ("own" in ran) == (method == "fork")
    assert ("imported" in ran) == (method == "fork" or how == "-i")
    assert error == ("" if method == "fork" else expected_error)
