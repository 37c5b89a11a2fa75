# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = "hang"
# limit = 2
# wrong = "hangs"
# ///
"""wait() before reading hangs if the child writes more than the pipe holds."""

import subprocess
import sys

SHORT, LONG = "print('soup')", "print('soup ' * 40_000)"

with subprocess.Popen([sys.executable, "-c", SHORT], stdout=subprocess.PIPE) as child:
    assert child.wait() == 0
print("short output: it fits into the pipe, and wait() returns")
done = subprocess.run([sys.executable, "-c", LONG], stdout=subprocess.PIPE)
assert len(done.stdout) == 200_001
print("long output:  run() reads", len(done.stdout), "bytes")

child = subprocess.Popen([sys.executable, "-c", LONG], stdout=subprocess.PIPE)
print("main waits for the child, the child for somebody who reads", flush=True)
child.wait()  # wrong: call communicate(), which reads and then waits
assert child.returncode == 0
