# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""The header of an object is larger on a free-threaded build than on a default one."""

import struct
import sys
import sysconfig

POINTER = struct.calcsize("P")
THINGS = (object(), 1.5, "text", (), [], {})
for thing in THINGS:
    print(f"{type(thing).__name__:10} {sys.getsizeof(thing):4} bytes")

# A default build's header: a reference count and the type.
size = sys.getsizeof(object())
if sysconfig.get_config_var("Py_GIL_DISABLED"):
    assert size > 2 * POINTER
else:
    assert size == 2 * POINTER
