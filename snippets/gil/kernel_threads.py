# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# quiet = true
# limit = 30
# ///
"""Two kernel threads, each on a CPU of its own, still take turns if there is a GIL."""

import os
import resource
import sys
import threading
import time
from pathlib import Path

SECONDS = 0.3  # of CPU time, for each thread
CPU_FIELD = 36  # of /proc/.../stat, counted from the state: the CPU it runs on


def compute(cpu):
    os.sched_setaffinity(0, {cpu})  # 0 means the calling thread alone
    while time.thread_time() < SECONDS:
        sum(range(1000))
    stat = Path(f"/proc/self/task/{threading.get_native_id()}/stat").read_text()
    runs_on = int(stat.rpartition(") ")[2].split()[CPU_FIELD])
    waits = resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
    results.append((cpu, runs_on, waits))


results = []
cpus = sorted(os.sched_getaffinity(0))[:2]
assert len(cpus) == 2, "this program needs two CPUs"
threads = [
    threading.Thread(target=compute, args=[cpu], name=f"cpu{cpu}") for cpu in cpus
]
began = time.perf_counter()
for thread in threads:
    thread.start()
kernel_ids = {int(task.name) for task in Path("/proc/self/task").iterdir()}
for thread in threads:
    thread.join()
cores = 2 * SECONDS / (time.perf_counter() - began)

assert kernel_ids == {os.getpid()} | {thread.native_id for thread in threads}
print("the kernel lists main and", len(threads), "more threads in this process")
for cpu, runs_on, waits in sorted(results):
    print(f"the one on CPU {runs_on} had to wait {waits} times")
    assert runs_on == cpu
print(f"{cores:.1f} cores busy")
if getattr(sys, "_is_gil_enabled", lambda: True)():
    assert cores < 1.1
    assert min(waits for _, _, waits in results) > 10
