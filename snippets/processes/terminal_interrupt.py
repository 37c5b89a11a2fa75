# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# reach = ["terminal"]
# ///
"""Ctrl-C sends SIGINT to each process of the group in the terminal's foreground."""

import multiprocessing
import os
import pty
import signal
import subprocess

got = []


def program(conn):
    signal.signal(signal.SIGINT, lambda signum, frame: got.append(signum))
    children = {
        "a child": subprocess.Popen(["sleep", "60"]),
        "another child": subprocess.Popen(["sleep", "60"]),
        "a child in a group of its own": subprocess.Popen(
            ["sleep", "60"], process_group=0
        ),
    }
    conn.send("ready")
    *same_group, apart = children.values()
    for child in same_group:
        child.wait()
    codes = {name: child.poll() for name, child in children.items()}
    apart.kill()
    apart.wait()
    conn.send((got, codes))


here, there = multiprocessing.Pipe()
pid, terminal = pty.fork()  # the child gets a terminal, and is in its foreground
if pid == 0:
    program(there)
    os._exit(0)
assert here.recv() == "ready"
os.write(terminal, b"\x03")  # what the keys Ctrl and C send
got, codes = here.recv()
os.waitpid(pid, 0)

print("the program itself has got:", [signal.Signals(number).name for number in got])
for name, code in codes.items():
    print(f"{name}:", "still runs" if code is None else f"return code {code}")
assert got == [signal.SIGINT]
assert list(codes.values()) == [-signal.SIGINT, -signal.SIGINT, None]
