# /// script
# [tool.proof]
# kind = "symptom"
# limit = 30
# platform = "linux"
# ///
"""What a program leaves running or open is named by a warning, if warnings are on."""

import sys
from subprocess import PIPE, Popen

CASES = {
    "a child": "import subprocess\nsubprocess.Popen(['sleep', '0.1'])",
    "a pool": "import multiprocessing\nmultiprocessing.get_context('fork').Pool(1)",
    "a socket": "import socket\nsocket.socket()",
    "a file": "open('/dev/null')",
    "a temporary folder": "import tempfile\ntempfile.TemporaryDirectory()",
    "shared memory": "from multiprocessing import shared_memory as shared\n"
    "shared.SharedMemory(create=True, size=1)",
    "a semaphore": "import multiprocessing, os\n"
    "lock = multiprocessing.get_context('spawn').Lock()\nos._exit(0)",
    "a thread beside fork": "import os, threading\n"
    "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
    "pid = os.fork()\nif not pid: os._exit(0)\nos.waitpid(pid, 0)",
}


def main() -> None:
    children = {name: start(code) for name, code in CASES.items()}
    for name, child in children.items():
        _, said = child.communicate()
        lines = [line for line in said.splitlines() if "Warning: " in line]
        print(f"{name}:", lines[0] if lines else "nothing is said", sep="\n")
        has_warning = sys.version_info >= (3, 12) or "fork" not in name
        assert bool(lines) == has_warning


def start(code: str) -> Popen:
    """Return a child whose standard error can be read."""
    command = [sys.executable, "-W", "always", "-c", code]
    return Popen(command, stderr=PIPE, text=True)


if __name__ == "__main__":
    main()
