# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""PYTHON_GIL=1 turns on a free-threaded build's GIL, and -X gil overrides it."""

import os
import subprocess
import sys
import sysconfig

ASK = "import sys; print(sys._is_gil_enabled())"


def ask(variable, *options):
    """Start this interpreter anew, and ask it whether it has a GIL."""
    command = [sys.executable, *options, "-c", ASK]
    environment = os.environ | variable
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    return run.stdout.strip() if run.returncode == 0 else "refuses to start"


free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
variable = ask({"PYTHON_GIL": "1"})
both = ask({"PYTHON_GIL": "1"}, "-X", "gil=0")
print("free-threaded build:           ", free_threaded)
print("letters for the build:         ", sys.abiflags or "none")
print("suffix of its C modules:       ", sysconfig.get_config_var("EXT_SUFFIX"))
print("GIL with PYTHON_GIL=1:         ", variable)
print("GIL with PYTHON_GIL=1 -X gil=0:", both)
assert ("t" in sys.abiflags) == free_threaded
assert variable == "True"
assert both == ("False" if free_threaded else "refuses to start")
