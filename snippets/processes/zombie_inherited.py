# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""When a zombie's parent ends, its new parent gets the zombie and its exit code."""

import ctypes
import os
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def state_and_parent(pid):
    stat = Path(f"/proc/{pid}/stat").read_text()
    state, parent = stat.rpartition(") ")[2].split()[:2]
    return state, int(parent)


# From now on this process adopts the orphans among its descendants.
assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
reader, writer = os.pipe()

parent = os.fork()
if parent == 0:
    zombie = os.fork()
    if zombie == 0:
        os._exit(7)
    os.waitid(os.P_PID, zombie, os.WEXITED | os.WNOWAIT)
    state, its_parent = state_and_parent(zombie)
    assert (state, its_parent) == ("Z", os.getpid())
    os.write(writer, str(zombie).encode())
    time.sleep(0.2)  # long enough to be seen in the picture
    os._exit(0)  # without having waited

zombie = int(os.read(reader, 20))
assert os.waitstatus_to_exitcode(os.waitpid(parent, 0)[1]) == 0
print("the parent has ended and did not wait for its zombie")

state, its_parent = state_and_parent(zombie)
assert (state, its_parent) == ("Z", os.getpid())
print("the zombie is still in state", state, "and has a new parent")
time.sleep(0.2)

exit_code = os.waitstatus_to_exitcode(os.waitpid(zombie, 0)[1])
print("the new parent waits and reads exit code", exit_code)
assert exit_code == 7
assert not Path(f"/proc/{zombie}").exists()
