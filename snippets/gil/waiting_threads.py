# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Threads that wait give up the GIL unasked: four waits of 0.4 s overlap."""

import os
import select
import subprocess
import sys
import threading
import time

SECONDS = 0.4
sys.setswitchinterval(60)  # no thread is asked for the GIL before a minute is over
reader, writer = os.pipe()
never = threading.Event()
WAITS = {
    "sleep": lambda: time.sleep(SECONDS),
    "event": lambda: never.wait(SECONDS),
    "pipe": lambda: select.select([reader], [], [], SECONDS),
    "command": lambda: subprocess.run(["sleep", str(SECONDS)], check=True),
}
all_ready = threading.Barrier(len(WAITS))
times = []


def wait(action):
    all_ready.wait()
    began = time.perf_counter()
    action()
    times.append((began, time.perf_counter()))


cpu_before = time.process_time()
threads = [
    threading.Thread(target=wait, args=[action], name=name)
    for name, action in WAITS.items()
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
cpu_time = time.process_time() - cpu_before

begins, ends = zip(*times, strict=True)
waited = sum(end - begin for begin, end in times)
took = max(ends) - min(begins)
print(f"{waited:.1f} s of waiting took {took:.1f} s and {cpu_time:.2f} s of CPU time")
assert max(begins) < min(ends), "at no moment did all of them wait"
assert cpu_time < took / 2
