# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""A wait hands over a zombie's exit code, CPU time and peak memory, once."""

import os
import time

pid = os.fork()
if pid == 0:
    while time.process_time() < 0.2:
        pass
    os._exit(7)

os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
print("the child is a zombie now; its parent waits for it")

_, status, usage = os.wait4(pid, 0)
exit_code = os.waitstatus_to_exitcode(status)
cpu_time = usage.ru_utime + usage.ru_stime
print(f"exit code {exit_code}, {cpu_time:.2f} s of CPU time, {usage.ru_maxrss} KiB")
assert exit_code == 7
assert cpu_time > 0.19
assert usage.ru_maxrss > 0

try:
    os.wait4(pid, 0)
except ChildProcessError as error:
    print("a second wait:", error.strerror)
else:
    raise AssertionError("the report was handed over twice")
