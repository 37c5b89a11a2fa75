# /// script
# dependencies = ["py-spy"]
# [tool.proof]
# platform = "linux"
# ///
"""In a Pool that never ends main waits in get, and every worker for a task."""

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

PY_SPY = Path(sys.executable).with_name("py-spy")
PATIENT = """
import ctypes, multiprocessing, os
def convert(number):
    print("begun", flush=True)
    os._exit(1)  # as if killed
def order():
    with multiprocessing.Pool(2, allow) as pool:
        result = pool.apply_async(convert, (1,))
        result.get()
def allow():
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1))  # where Yama asks for it
multiprocessing.set_start_method("fork")
allow()
order()
"""

command = [sys.executable, "-c", PATIENT]
pool = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
try:
    pool.stdout.readline()
    calls = []
    while calls.count("get order") < 1 or calls.count("get worker") < 2:
        dump = [PY_SPY, "dump", "--subprocesses", "--pid", str(pool.pid)]  # the point
        shown = subprocess.run(dump, capture_output=True, text=True).stdout
        frames = [line.strip() for line in shown.splitlines() if line.endswith(")")]
        names = [line.split()[0].rpartition(".")[2] for line in frames]
        calls = [f"{inner} {outer}" for inner, outer in itertools.pairwise(names)]
        assert pool.poll() is None
finally:
    os.killpg(pool.pid, signal.SIGKILL)
    pool.wait()
    pool.stdout.close()
wanted = ("order (", "worker (", "get (", "convert (")
print(*[line for line in frames if any(word in line for word in wanted)], sep="\n")
assert names.count("worker") == 2 and "convert" not in names
