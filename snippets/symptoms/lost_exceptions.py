# /// script
# [tool.proof]
# kind = "symptom"
# limit = 30
# platform = "linux"
# ///
"""An exception that no caller can get is printed under a line that says where."""

import os
import sys
from subprocess import PIPE, Popen

CASES = {
    "a thread": "import threading\n"
    "threading.Thread(target=int, args=['two'], name='reader').start()",
    "a process": "import multiprocessing\n"
    "multiprocessing.get_context('fork').Process(target=int, args=['two']).start()",
    "__del__": "class Page:\n  def __del__(self): 1 / 0\nPage()",
    "an exit handler": "import atexit\natexit.register(int, 'two')",
    "a future's callback": "from concurrent.futures import Future\n"
    "f = Future(); f.add_done_callback(lambda _: 1 / 0); f.set_result(1)",
    "output that nobody reads": "import os\n"
    "r, w = os.pipe(); os.dup2(w, 1); os.close(w); os.close(r); print('lost')",
}


def main() -> None:
    children = {name: start(code) for name, code in CASES.items()}
    for name, child in children.items():
        _, said = child.communicate()
        lines = [line for line in said.splitlines() if line and line[0] != " "]
        print(f"{name} (exit code {child.returncode}):", *lines, sep="\n  ")
        assert child.returncode == (120 if "output" in name else 0)


def start(code: str) -> Popen:
    """Return a child whose standard error can be read, and whose output waits."""
    env = os.environ | {"PYTHONUNBUFFERED": ""}
    return Popen([sys.executable, "-c", code], stderr=PIPE, text=True, env=env)


if __name__ == "__main__":
    main()
