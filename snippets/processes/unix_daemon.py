# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# reach = ["terminal"]
# ///
"""fork, setsid, fork: a Unix daemon has no terminal and outlives the one it had."""

import os
import pty
import signal
import time
from pathlib import Path


def report(step):
    ids = os.getpid(), os.getppid(), os.getsid(0), os.getpgrp()
    tty = Path("/proc/self/stat").read_text().rpartition(")")[2].split()[4]
    row = "".join(f"{number:>7}" for number in ids)
    row += f"  {'no' if tty == '0' else 'yes':<8}  {step}\n"
    os.write(rows_w, row.encode())


def go_on_in_child():
    parent = os.getpid()
    if os.fork():
        os._exit(0)
    while os.getppid() == parent:  # it is still ending
        time.sleep(0.001)


(rows_r, rows_w), (closed_r, closed_w) = os.pipe(), os.pipe()
shell, terminal = pty.fork()  # a session with a terminal, as a shell has
if shell == 0:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup leaves it ignored
    os.close(closed_w)
    if os.fork() == 0:
        report("start of the program")
        go_on_in_child()
        report("first fork")
        os.setsid()
        report("setsid")
        go_on_in_child()
        report("second fork")
        os.read(closed_r, 1)  # returns when main has closed the terminal
        report("end of the terminal")
        os._exit(0)
    signal.pause()

os.close(rows_w)
with open(rows_r) as pipe:
    rows = [pipe.readline() for _ in range(4)]
    os.close(terminal)
    assert os.waitpid(shell, 0)[1] == signal.SIGHUP
    os.close(closed_w)
    rows.append(pipe.readline())

print("    pid   ppid    sid   pgid  terminal  after")
print("".join(rows), end="")
pid, ppid, sid, pgid, has_terminal = zip(
    *(row.split()[:5] for row in rows), strict=True
)
assert has_terminal == ("yes", "yes", "no", "no", "no")
assert pid[1] != pid[0] != ppid[1] and sid[1] == str(shell)
assert pid[2] == sid[2] == pgid[2]
assert pid[3] == pid[4] != sid[3] == sid[2]
