# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# kind = "symptom"
# ///
"""A child's print() comes late through a pipe, and at once with -u."""

import os
import select
import subprocess
import sys

CODE = "import sys; print('step 1 of 2', flush={}); sys.stdin.readline()"
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
CASES = {  # options of Python, variables, flush=
    "as it is": ([], {}, False),
    "python -u": (["-u"], {}, False),
    "PYTHONUNBUFFERED=1": ([], {"PYTHONUNBUFFERED": "1"}, False),
    "print(flush=True)": ([], {}, True),
}
os.environ.pop("PYTHONUNBUFFERED", None)

for name, (options, variables, flush) in CASES.items():
    command = [sys.executable, *options, "-c", CODE.format(flush)]
    with subprocess.Popen(command, env=os.environ | variables, **PIPES) as child:
        limit = 0.5 if name == "as it is" else 20
        comes = bool(select.select([child.stdout], [], [], limit)[0])
        print(f"{name:18}", "the line comes at once" if comes else "nothing comes")
        output, _ = child.communicate("you may end\n")
    assert output == "step 1 of 2\n"
    assert comes == (name != "as it is")
