# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Linux starts processes with forkserver since Python 3.14 and with fork before."""

import multiprocessing
import sys

methods = multiprocessing.get_all_start_methods()
default = multiprocessing.get_start_method()
version = f"{sys.version_info.major}.{sys.version_info.minor}"
print(f"Python {version} on {sys.platform}")
print("start methods:", ", ".join(methods))
print("default:", default)

assert default == methods[0]
if sys.platform == "win32":
    assert methods == ["spawn"]
elif sys.platform == "darwin":
    assert default == "spawn"
elif sys.version_info >= (3, 14):
    assert default == "forkserver"
else:
    assert default == "fork"
