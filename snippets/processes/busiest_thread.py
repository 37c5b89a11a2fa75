# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Two looks at /proc/<pid>/task tell which thread of a process uses the CPU."""

import os
import threading
import time
from pathlib import Path


def compute():
    while not over.is_set():
        pass


def cpu_times():
    """Return the CPU time that each thread of this process has used, in seconds."""
    ticks = os.sysconf("SC_CLK_TCK")  # the unit in which the kernel counts here
    times = {}
    for task in Path("/proc/self/task").iterdir():
        fields = (task / "stat").read_text().rpartition(") ")[2].split()
        times[int(task.name)] = (int(fields[11]) + int(fields[12])) / ticks
    return times


over = threading.Event()
threads = [
    threading.Thread(target=over.wait, name="reader"),
    threading.Thread(target=compute, name="sorter"),
    threading.Thread(target=over.wait, name="writer"),
]
for thread in threads:
    thread.start()

before, used = cpu_times(), {0: 0}
while max(used.values()) < 0.2:
    time.sleep(0.02)
    used = {tid: after - before[tid] for tid, after in cpu_times().items()}
over.set()
for thread in threads:
    thread.join()
    print(f"{thread.name:10} {used[thread.native_id]:.2f} s of CPU time")
assert max(used, key=used.get) == threads[1].native_id
assert used[threads[0].native_id] + used[threads[2].native_id] < 0.1
