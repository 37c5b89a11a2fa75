# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""A free-threaded build starts without a GIL, or with one; other builds need it."""

import subprocess
import sys
import sysconfig

ASK = "import sys; print(sys._is_gil_enabled())"


def gil_of(*options):
    """Start this interpreter with the options, and ask it whether it has a GIL."""
    run = subprocess.run(
        [sys.executable, *options, "-c", ASK], capture_output=True, text=True
    )
    return run.stdout.strip() if run.returncode == 0 else "refuses to start"


free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
plain, on, off = gil_of(), gil_of("-X", "gil=1"), gil_of("-X", "gil=0")

print("built to run without a GIL:", free_threaded)
print("sys._is_gil_enabled():     ", plain)
print("the same with -X gil=1:    ", on)
print("the same with -X gil=0:    ", off)
if free_threaded:
    assert (plain, on, off) == ("False", "True", "False")
else:
    assert (plain, on, off) == ("True", "True", "refuses to start")
