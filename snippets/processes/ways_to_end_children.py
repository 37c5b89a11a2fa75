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
fork, SLEEP = multiprocessing.get_context("fork"), ["sleep", "60"]
Process, Pool = fork.Process, fork.Pool
def Executor(first=None):
    return concurrent.futures.ProcessPoolExecutor(1, fork, first)
def tie(): ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
def tell(): os.write(1, b".")
def work(first=int): first(); tell(); time.sleep(60)
"""
ENDINGS = ("end", "raise", "TERM", "KILL")
WAYS = {
    "Process(target=work)": "waits waits left left",
    "Process(target=work, daemon=1)": "ended ended left left",
    "Process(target=work, args=[tie])": "waits waits ended ended",
    "Pool(1).apply_async(work)": "ended ended left left",
    "Pool(1, tell)": "ended ended ended ended",
    "Pool(1, tie).apply_async(work)": "ended ended ended ended",
    "Executor().submit(work)": "waits waits left left",
    "Executor(tie).submit(work)": "waits waits ended ended",
    "Popen(SLEEP)": "left left left left",
    "Popen(SLEEP, preexec_fn=tie)": "ended ended ended ended",
    "Popen(['cat'], stdin=PIPE)": "ended ended ended ended",
}


def start(way):
    """Return a program that has a child, and waits for a line of input."""
    code = f"{HEAD}made = {way}\nif type(made) is Popen: tell()\n"
    code += "if type(made) is Process: made.start()\ninput() and 1 / 0"
    streams = {"stdin": PIPE, "stdout": PIPE, "stderr": DEVNULL, "bufsize": 0}
    return Popen([sys.executable, "-Sc", code], start_new_session=True, **streams)


print(f"{'':32}", *(f"{ending:5}" for ending in ENDINGS))
for way, expected in WAYS.items():
    programs, row = [start(way) for _ in ENDINGS], []
    for program, ending in zip(programs, ENDINGS, strict=True):
        assert program.stdout.read(1) == b"."  # its child is there
        if ending in ("TERM", "KILL"):
            program.send_signal(signal.Signals["SIG" + ending])
        else:
            program.stdin.write(b"now\n" if ending == "raise" else b"\n")
    for program, wanted in zip(programs, expected.split(), strict=True):
        wanted == "waits" or program.wait()
        limit = 20 if wanted == "ended" else 0.1
        row.append("ended")
        if not select([program.stdout], [], [], limit)[0]:  # a child has it open
            row[-1] = "waits" if program.poll() is None else "left"
            os.killpg(program.pid, signal.SIGKILL)
    print(f"{way:32}", *(f"{fate:5}" for fate in row))
    assert row == expected.split()
