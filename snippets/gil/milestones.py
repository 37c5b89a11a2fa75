# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.12", "3.13", "3.14", "3.15", "3.14t"]
# ///
"""What an interpreter offers around the GIL follows from its version and build."""

import importlib.util
import sys
import sysconfig
import threading

version = sys.version_info[:2]


def has_module(name):
    return importlib.util.find_spec(name) is not None


FACTS = {  # what it has, and since when
    "sys.setcheckinterval": (hasattr(sys, "setcheckinterval"), version < (3, 9)),
    "sys.setswitchinterval": (hasattr(sys, "setswitchinterval"), version >= (3, 2)),
    "sys._is_gil_enabled": (hasattr(sys, "_is_gil_enabled"), version >= (3, 13)),
    "concurrent.interpreters": (
        has_module("concurrent.interpreters"),
        version >= (3, 14),
    ),
    "-X thread_inherit_context": (
        hasattr(sys.flags, "thread_inherit_context"),
        version >= (3, 14),
    ),
    "threading.serialize_iterator": (
        hasattr(threading, "serialize_iterator"),
        version >= (3, 15),
    ),
}
threaded = sysconfig.get_config_var("Py_GIL_DISABLED")
print("Python", *version, "free-threaded" if threaded else "default build")
for name, (has_it, expected) in FACTS.items():
    print(f"{name:29} {'yes' if has_it else 'no'}")
    assert has_it == expected, name
