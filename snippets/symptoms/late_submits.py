# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""While the interpreter ends, nothing new is begun: no job, no thread, no process."""

import subprocess
import sys

# An exit handler comes early; what a module leaves behind is deleted last of all.
SUBMIT = """
import atexit, concurrent.futures as futures
pool = futures.ThreadPoolExecutor()
atexit.register(pool.submit, print)
"""
LAST = """
import os, threading
class Late:
    def __del__(self, start={}):
        start()
late = Late()
"""
THREAD = LAST.format("threading.Thread(target=print).start")
FORK = LAST.format("os.fork")


def main() -> None:
    codes = [SUBMIT]
    if sys.version_info >= (3, 12):  # before, the thread may start, and hang
        codes += [THREAD, FORK]
    for code in codes:
        ended = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        print(ended.stderr.splitlines()[-1])
        assert "shutdown" in ended.stderr


if __name__ == "__main__":
    main()
