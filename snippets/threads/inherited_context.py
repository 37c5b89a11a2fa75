# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""A new thread's context is empty, or a copy of its starter's: a flag decides."""

import contextvars
import sys
import sysconfig
import threading

user = contextvars.ContextVar("user", default="nobody")
seen = []


def work():
    seen.append(user.get())
    user.set("Bob")
    seen.append(user.get())


if __name__ == "__main__":
    user.set("Ann")
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    inherits = getattr(sys.flags, "thread_inherit_context", 0)
    print("sys.flags.thread_inherit_context:", inherits)
    print("main sets Ann, the thread reads: ", seen[0])
    print("the thread sets and reads:       ", seen[1])
    print("main reads afterwards:           ", user.get())
    assert seen == ["Ann" if inherits else "nobody", "Bob"]
    assert user.get() == "Ann"
    if sys.version_info < (3, 14):
        assert not inherits
    else:
        assert inherits == bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
