# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A lock among an object's attributes keeps the whole object from being pickled."""

import pickle
import sys
import threading
import traceback


class Report:
    def __init__(self):
        self.title = "fruit"
        self.pipe_lock = threading.Lock()


try:
    pickle.dumps(Report())
except TypeError as error:
    said = "".join(traceback.format_exception_only(error))
print(said, end="")
assert said.startswith("TypeError: cannot pickle '_thread.lock' object")
if sys.version_info >= (3, 14):  # from then on pickle says where the lock was
    assert "when serializing dict item 'pipe_lock'" in said
