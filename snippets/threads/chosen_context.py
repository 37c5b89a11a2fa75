# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""A thread runs in the context that you choose; since 3.14 by an argument of Thread."""

import contextvars
import sys
import threading

user = contextvars.ContextVar("user", default="nobody")


def thread_in(context, target, *args):
    if sys.version_info >= (3, 14):
        return threading.Thread(target=target, args=args, context=context)
    return threading.Thread(target=context.run, args=[target, *args])


def read_in(context):
    """Return what a new thread reads in this context."""
    seen = []
    thread = thread_in(context, lambda: seen.append(user.get()))
    thread.start()
    thread.join()
    return seen[0]


if __name__ == "__main__":
    user.set("Ann")
    print("a copy of main's context: ", copied := read_in(contextvars.copy_context()))
    print("a new, empty context:     ", empty := read_in(contextvars.Context()))
    assert copied == "Ann"
    assert empty == "nobody"
    try:
        threading.Thread(context=contextvars.Context())
    except TypeError as error:
        print("TypeError:", error)
        assert sys.version_info < (3, 14)
    else:
        assert sys.version_info >= (3, 14)
