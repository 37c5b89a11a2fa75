# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""glibc keeps what threads have freed, for the next threads; malloc_trim returns it."""

import ctypes
import gc
import sysconfig
import threading
from pathlib import Path

THREADS, BLOCKS = 8, 10_000


def resident():
    """Return the memory of this process in MiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if "VmRSS" in line) / 1024


def work(all_here):
    blocks = [bytes(900 + number % 50) for number in range(BLOCKS)]
    pins.append(blocks[-1])  # one small block of each thread stays in use
    all_here.wait()


def crowd():
    all_here = threading.Barrier(THREADS)
    threads = [threading.Thread(target=work, args=[all_here]) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.collect()
    return resident()


libc, pins, first = ctypes.CDLL(None), [], resident()
once, twice = crowd(), crowd()
libc.malloc_trim(0)  # the point
trimmed = resident()
print(f"at first:                        {first:4.0f} MiB")
print(f"{THREADS} threads have ended:             {once:4.0f} MiB")
print(f"{THREADS} more have ended:                {twice:4.0f} MiB")
print(f"malloc_trim(0) has been called:  {trimmed:4.0f} MiB")
assert once - first > 40
assert twice - once < (once - first) / 2  # the next threads use it again
if sysconfig.get_config_var("Py_GIL_DISABLED"):  # Python has its own mimalloc there
    assert trimmed - first > (once - first) / 2
else:
    assert trimmed - first < (once - first) / 2
