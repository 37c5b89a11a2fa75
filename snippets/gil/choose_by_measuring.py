# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# limit = 30
# ///
"""One run of a job tells whether threads or processes suit it, on a busy CPU too."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path


def choose_by_measuring(job):
    """Run job() once; return "threads" or "processes", and the seconds it waited."""

    def lacked():
        """Return for how long this thread was ready and had no CPU, in seconds."""
        fields = Path("/proc/thread-self/schedstat").read_text().split()
        return int(fields[1]) / 1e9

    began, cpu_began, before = time.perf_counter(), time.thread_time(), lacked()
    job()
    cpu = time.thread_time() - cpu_began
    waited = time.perf_counter() - began - cpu
    waited -= lacked() - before  # the point
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    return "processes" if has_gil and cpu > waited else "threads", waited


def compute():
    end = time.thread_time() + 0.1  # of CPU time
    while time.thread_time() < end:
        sum(range(1000))


def compute_elsewhere():
    thread = threading.Thread(target=compute)
    thread.start()
    thread.join()


def run_a_command():
    subprocess.run(["sleep", "0.6"], check=True)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # for neighbours, too
    burn = [sys.executable, "-SEc", "while True: pass"]
    neighbours = [subprocess.Popen(burn) for _ in range(3)]
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    jobs = {compute: "processes" if has_gil else "threads"}
    jobs |= dict.fromkeys((compute_elsewhere, run_a_command), "threads")
    try:
        for job, expected in jobs.items():
            choice, waited = choose_by_measuring(job)
            print(f"{job.__name__}: {waited:.2f} s waiting, so take {choice}")
            assert choice == expected
            assert waited < 0.05 or job is not compute
    finally:
        for neighbour in neighbours:
            neighbour.kill()
            neighbour.wait()
