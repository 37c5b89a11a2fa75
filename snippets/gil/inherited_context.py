# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""A new thread sees its starter's context variables on free-threaded builds of 3.14."""

import contextvars
import sys
import sysconfig
import threading

user = contextvars.ContextVar("user", default="nobody")
seen = []


def look():
    seen.append(user.get())


user.set("Ann")
thread = threading.Thread(target=look)
thread.start()
thread.join()

inherits = bool(getattr(sys.flags, "thread_inherit_context", False))
print("main has set the variable to:", user.get())
print("the thread that it starts sees:", *seen)
print("sys.flags.thread_inherit_context:", inherits)
assert seen == ["Ann" if inherits else "nobody"]
if sys.version_info >= (3, 14):
    assert inherits == bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
