# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""RLock takes no arguments since 3.15; 3.13 and 3.14 warn."""

import sys
import threading
import warnings

with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    try:
        lock = threading.RLock("tea")  # wrong: it was ignored
    except TypeError as error:
        said = f"TypeError: {error}"
    else:
        said = f"DeprecationWarning: {heard[0].message}"
print(said.replace(" and ", "\n  and "))
assert said.startswith("TypeError") == (sys.version_info >= (3, 15))
