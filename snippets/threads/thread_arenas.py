# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""While a block of each thread is in use, glibc keeps what was freed, until trimmed."""

import collections
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


def work(kept, all_here):
    blocks = [bytes(900 + number % 50) for number in range(BLOCKS)]
    kept.extend(blocks[-1:])
    all_here.wait()


def crowd(kept):
    """Let threads use memory, each keeping its last block, and return what stays."""
    work_of_all = kept, threading.Barrier(THREADS)
    threads = [threading.Thread(target=work, args=work_of_all) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.collect()
    return resident()


libc, kept, first = ctypes.CDLL(None), [], resident()
nothing = crowd(collections.deque(maxlen=0))  # it keeps nothing
once, twice = crowd(kept), crowd(kept)
libc.malloc_trim(0)  # the point
trimmed = resident()
print(f"at first:                        {first:4.0f} MiB")
print(f"8 threads have ended:            {nothing:4.0f} MiB")
print(f"8 that leave a block in use:     {once:4.0f} MiB")
print(f"8 more of these:                 {twice:4.0f} MiB")
print(f"malloc_trim(0) has been called:  {trimmed:4.0f} MiB")
assert once - first > 40
assert twice - once < (once - first) / 2  # the next threads use it again
if sysconfig.get_config_var("Py_GIL_DISABLED"):  # Python has its own mimalloc there
    assert nothing - first > (once - first) / 2
    assert trimmed - first > (once - first) / 2
else:
    assert nothing - first < (once - first) / 2
    assert trimmed - first < (once - first) / 2
