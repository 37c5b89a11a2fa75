# /// script
# [tool.proof]
# platform = "linux"
# ///
"""Without any preparation /proc tells which threads wait and which of them compute."""

import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import threading
def spin():
    while True:
        pass
threading.Thread(target=spin, name="spin", daemon=True).start()
print("started", flush=True)
threading.Lock().acquire() and threading.Event().wait()  # for ever
"""


def look(pid):
    """Return state and CPU time in ticks of each thread, by its native id."""
    threads = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        fields = (task / "stat").read_text().rpartition(") ")[2].split()
        threads[int(task.name)] = fields[0], int(fields[11]) + int(fields[12])
    return threads


if __name__ == "__main__":
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as hung:
        hung.stdout.readline()
        (spin,) = set(look(hung.pid)) - {hung.pid}
        before = look(hung.pid)
        while look(hung.pid)[spin][1] < before[spin][1] + 10:
            time.sleep(0.01)
        after = look(hung.pid)
        hung.kill()
    for native_id, (state, ticks) in after.items():
        name = "main " if native_id == hung.pid else "other"
        more = ticks - before[native_id][1]
        print(f"{name} thread: state {state}, {more:2} ticks of CPU time more")
    assert after[hung.pid][0] == "S"  # asleep: it waits
    assert after[hung.pid][1] - before[hung.pid][1] < 5
    assert after[spin][1] - before[spin][1] >= 10
