# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# expect = "hang"
# limit = 1
# wrong = "hangs"
# ///
"""wait() before reading hangs if the child writes more than the pipe holds."""

import subprocess
import sys

CODE = "print('soup ' * 40_000)"

child = subprocess.Popen([sys.executable, "-c", CODE], stdout=subprocess.PIPE)
print("main waits for the child, the child for somebody who reads", flush=True)
child.wait()  # wrong: call communicate(), which reads and then waits
assert child.returncode == 0
