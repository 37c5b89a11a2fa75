# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13"]
# ///
"""Since 3.13 a Barrier for nobody is refused when it is made."""

import sys
import threading

try:
    barrier = threading.Barrier(0)
except ValueError as error:
    print("ValueError:", error)
    refused = True
else:
    print("made, for", barrier.parties)
    refused = False
assert refused == (sys.version_info >= (3, 13))
