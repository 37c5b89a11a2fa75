# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# ///
"""With a GIL, os.posix_spawn keeps it while it waits for its child to begin."""

import os
import subprocess
import sys
import tempfile
import threading
import time

sys.setswitchinterval(60)  # nobody is asked for the GIL before a minute is over
turns, running = 0, True


def other_thread():
    global turns
    while running:
        time.sleep(0.0005)
        turns += 1


other = threading.Thread(target=other_thread, name="other", daemon=True)
other.start()
with tempfile.TemporaryDirectory() as folder:
    fifo = os.path.join(folder, "late")
    os.mkfifo(fifo)
    # The child opens the FIFO before it begins, and so waits for one who writes.
    actions = [(os.POSIX_SPAWN_OPEN, 0, fifo, os.O_RDONLY, 0)]
    script = f"sleep 0.3; echo > {fifo}"
    writer = subprocess.Popen(["sh", "-c", script])
    before, began = turns, time.perf_counter()
    child = os.posix_spawn("/bin/true", ["true"], {}, file_actions=actions)
    took, during = time.perf_counter() - began, turns - before
    os.waitpid(child, 0)
    writer.wait()
running = False
other.join()

print(
    f"os.posix_spawn took {took:.2f} s; the other thread had {during} turns meanwhile"
)
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
assert took > 0.1 and (during == 0 if has_gil else during > 0)
