# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""A pool's job sees its submitter's context only if it is run in a copy of that."""

import contextvars
import sys
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")

if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=1) as pool:
        user.set("Ann")
        pool.submit(print, "this job starts the worker").result()
        user.set("Bob")
        plain = pool.submit(user.get).result()
        copied = pool.submit(contextvars.copy_context().run, user.get).result()

    print("main reads Bob")
    print("a plain job reads:       ", plain)
    print("a job in a copy reads:   ", copied)
    inherits = getattr(sys.flags, "thread_inherit_context", 0)
    assert plain == ("Ann" if inherits else "nobody")
    assert copied == "Bob"
