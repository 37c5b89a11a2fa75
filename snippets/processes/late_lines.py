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

CODE = "import sys; print('step 1 of 2'); sys.stdin.readline()"
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}

for options, more in (([], {}), (["-u"], {}), ([], {"PYTHONUNBUFFERED": "1"})):
    command = [sys.executable, *options, "-c", CODE]
    environ = {key: os.environ[key] for key in os.environ if key != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, env=environ | more, **PIPES) as child:
        limit = 20 if options or more else 0.5
        comes = bool(select.select([child.stdout], [], [], limit)[0])
        words = [*options, *more] or ["as it is"]
        print(f"{words[0]:17}", "the line comes at once" if comes else "nothing comes")
        output, _ = child.communicate("you may end\n")
    assert output == "step 1 of 2\n"
    assert comes == bool(options or more)
