# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 60
# ///
"""What becomes of a child at its parent's end depends on how each was made to end."""

import os
import signal
import sys
from select import select
from subprocess import DEVNULL, PIPE, Popen

HEAD = """from subprocess import PIPE, Popen
import concurrent.futures, ctypes, multiprocessing, os, time
Executor = concurrent.futures.ProcessPoolExecutor
fork = multiprocessing.get_context("fork")
def tie(): ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
def tell(): os.write(1, b".")
def work(first=int): first(); tell(); time.sleep(60)
"""
ENDINGS = ("end", "exception", "SIGTERM", "SIGKILL")
WAYS = {
    "fork.Process(target=work).start()": "awaited awaited left left",
    "fork.Process(target=work, daemon=True).start()": "ended ended left left",
    "fork.Process(target=work, args=[tie]).start()": "awaited awaited ended ended",
    "fork.Pool(1).apply_async(work)": "ended ended left left",
    "fork.Pool(1).apply_async(tell)": "ended ended ended ended",
    "fork.Pool(1, tie).apply_async(work)": "ended ended ended ended",
    "Executor(1, fork).submit(work)": "awaited awaited left left",
    "Executor(1, fork, tie).submit(work)": "awaited awaited ended ended",
    "Popen(['sleep', '60'])": "left left left left",
    "Popen(['sleep', '60'], preexec_fn=tie)": "ended ended ended ended",
    "Popen(['cat'], stdin=PIPE)": "ended ended ended ended",
}


def start(way):
    """Return a program that has a child, and waits for a line of input."""
    code = f"{HEAD}made = {way}\ntype(made) is Popen and tell()\ninput() and 1 / 0"
    streams = {"stdin": PIPE, "stdout": PIPE, "stderr": DEVNULL, "bufsize": 0}
    return Popen([sys.executable, "-Sc", code], start_new_session=True, **streams)


print(f"{'':46} end     exception SIGTERM SIGKILL")
for way, expected in WAYS.items():
    programs, row = [start(way) for _ in ENDINGS], []
    for program, ending in zip(programs, ENDINGS, strict=True):
        assert program.stdout.read(1) == b"."  # its child is there
        if ending.startswith("SIG"):
            program.send_signal(signal.Signals[ending])
        else:
            program.stdin.write(b"now\n" if ending == "exception" else b"\n")
    for program, wanted in zip(programs, expected.split(), strict=True):
        wanted == "awaited" or program.wait()
        limit = 20 if wanted == "ended" else 0.1
        row.append("ended")
        if not select([program.stdout], [], [], limit)[0]:  # a child has it open
            row[-1] = "awaited" if program.poll() is None else "left"
            os.killpg(program.pid, signal.SIGKILL)
    print(f"{way:46} {row[0]:7} {row[1]:9} {row[2]:7} {row[3]}")
    assert row == expected.split()
