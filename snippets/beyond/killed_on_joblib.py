# /// script
# requires-python = ">=3.11"
# dependencies = ["joblib"]
# [tool.proof]
# kind = "symptom"
# group = "beyond"
# limit = 30
# ///
"""joblib raises when a worker is killed, and returns no result of any task."""

import os
import pathlib
import signal
import tempfile
import textwrap

import joblib
from joblib.externals.loky.process_executor import TerminatedWorkerError


def work(item, mark):
    """Return a square; who begins with item 2 first is killed in the middle of it."""
    if item == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item * item


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mark = pathlib.Path(folder, "killed")
        done = None
        try:
            done = joblib.Parallel(2)(joblib.delayed(work)(i, mark) for i in range(5))
        except TerminatedWorkerError as error:
            said = f"{type(error).__name__}: {str(error).splitlines()[0]}"
            print(*textwrap.wrap(said, 78), sep="\n")
        print("results:", done)
        assert done is None

        again = joblib.Parallel(2)(joblib.delayed(work)(i, mark) for i in range(5))
        print("a second call does all of them again:", again)
        assert again == [0, 1, 4, 9, 16]
