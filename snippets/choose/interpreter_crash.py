# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A crash in a pool's interpreter ends main too; one in a pool's process does not."""

import os
import signal
import subprocess
import sys
from concurrent import futures
from concurrent.futures.process import BrokenProcessPool

KINDS = {"InterpreterPoolExecutor": -signal.SIGABRT, "ProcessPoolExecutor": 0}


def program(kind):
    """Have a job crash in a worker, and say afterwards that main is left."""
    with getattr(futures, kind)(1) as executor:
        try:
            executor.submit(os.abort).result()
        except BrokenProcessPool as error:
            print(f"main goes on: {type(error).__name__}")


if __name__ == "__main__" and len(sys.argv) > 1:
    program(sys.argv[1])
elif __name__ == "__main__":
    for kind, expected in KINDS.items():
        command = [sys.executable, __file__, kind]
        run = subprocess.run(command, capture_output=True, text=True)
        print(f"{kind}: {run.stdout.strip() or 'nobody is left'}")
        print("  exit code of the program:", run.returncode)
        assert run.returncode == expected
        assert run.stdout.startswith("main goes on") == (expected == 0)
