# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# limit = 30
# linger = 10
# pythons = ["3.12", "3.14"]
# ///
"""An unrelated Python that opens a block and ends removes it, unless track=False."""

import subprocess
import sys
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

STRANGER = """
import sys
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory

name, how = sys.argv[1:]
block = SharedMemory(name, **({"track": False} if how == "track=False" else {}))
if how == "unregister":
    resource_tracker.unregister("/" + name, "shared_memory")
print("the stranger reads", block.buf[0])
block.close()
"""
WAYS = ["as it is", "unregister"]
if sys.version_info >= (3, 13):
    WAYS.append("track=False")

for way in WAYS:
    block = SharedMemory(create=True, size=10)
    block.buf[0] = 7
    stranger = subprocess.run(
        [sys.executable, "-c", STRANGER, block.name, way],
        capture_output=True,
        text=True,
    )
    assert stranger.stdout == "the stranger reads 7\n"
    left = Path("/dev/shm", block.name).exists()
    print(f"{way:12}", "the block is still there" if left else "the block is gone")
    assert left == (way != "as it is")
    assert block.buf[0] == 7  # who has it open keeps it
    block.close()
    try:
        block.unlink()
    except FileNotFoundError:
        assert not left
        resource_tracker.unregister("/" + block.name, "shared_memory")
