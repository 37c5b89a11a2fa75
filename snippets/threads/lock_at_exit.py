# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""At the end, a lock of a daemon hangs a finaliser up to 3.14, and raises in 3.15."""

import subprocess
import sys

PROGRAM = """
import os, threading
class Reader:
    def __init__(self):
        self.me = self  # a ring, so that it lasts until the interpreter's end
        self.lock, held = threading.Lock(), threading.Event()
        threading.Thread(target=hold, args=[self.lock, held], daemon=True).start()
        held.wait()
    def __del__(self, os=os):
        os.write(1, b"the finaliser waits\\n")
        try:
            self.lock.acquire()
        except RuntimeError as error:
            os.write(1, f"{type(error).__name__}: {error}".encode())
def hold(lock, held):
    with lock:
        held.set()
        threading.Event().wait()
Reader()
"""

raises = sys.version_info >= (3, 15)
with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE) as child:
    print(child.stdout.readline().decode(), end="")
    try:
        child.wait(timeout=20 if raises else 0.5)
    except subprocess.TimeoutExpired:
        print("and hangs")
        child.kill()
        assert not raises
    said = child.stdout.read().decode()
print(said)
assert said.startswith("PythonFinalizationError: cannot acquire lock") == raises
