# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""Writes of up to PIPE_BUF bytes into one FIFO stay whole, whoever else is writing."""

import collections
import contextlib
import os
import select
import signal
import subprocess
import sys
import tempfile

TURNS = 100  # how often another one has its turn before main ends them all
WRITER = f"""
import os, sys
fifo = os.open("the.fifo", os.O_WRONLY)
block = sys.argv[1].encode() * {select.PIPE_BUF}
while True:
    assert os.write(fifo, block) == len(block)
"""

with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    os.mkfifo("the.fifo")
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, name]) for name in "ABC"]
    blocks, turns, before = collections.Counter(), 0, b""
    # Opened for writing as well, so that there is no end before all have come.
    with open("the.fifo", "r+b", buffering=0) as fifo:
        while turns < TURNS or len(blocks) < len(writers):
            block = fifo.read(select.PIPE_BUF)
            blocks[block] += 1
            turns += block != before
            before = block
        for writer in writers:
            writer.terminate()
            assert writer.wait() == -signal.SIGTERM

print("PIPE_BUF is", select.PIPE_BUF, "bytes")
print(f"{blocks.total()} blocks read; the writer changed {turns - 1} times")
for block, count in sorted(blocks.items()):
    print(f"{count} blocks hold the letters {sorted(set(block.decode()))}")
assert set(blocks) == {name.encode() * select.PIPE_BUF for name in "ABC"}
