# /// script
# requires-python = ">=3.14"
# dependencies = []
# ///
"""With the argument context, a thread runs in the context that you choose."""

import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")


def read_in(context):
    """Return what a new thread reads in this context."""
    seen = []
    thread = threading.Thread(target=lambda: seen.append(user.get()), context=context)
    thread.start()
    thread.join()
    return seen[0]


if __name__ == "__main__":
    user.set("Ann")
    print("a copy of main's context: ", copied := read_in(contextvars.copy_context()))
    print("a new, empty context:     ", empty := read_in(contextvars.Context()))
    assert copied == "Ann"
    assert empty == "nobody"
