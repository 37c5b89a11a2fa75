# /// script
# [tool.proof]
# pythons = ["3.14", "3.14t"]
# ///
"""catch_warnings in two threads at once leaves a wrong filter behind, or does not."""

import sys
import threading
import warnings


def first():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first_is_in.set()
        second_is_in.wait()
    first_is_out.set()


def second():
    first_is_in.wait()
    with warnings.catch_warnings():  # saves the filters, with that of the first
        second_is_in.set()
        first_is_out.wait()


# From 3.14 on a flag gives each context filters of its own.
own_filters = sys.version_info >= (3, 14) and sys.flags.context_aware_warnings
first_is_in, first_is_out = threading.Event(), threading.Event()
second_is_in = threading.Event()
before = list(warnings.filters)
threads = [threading.Thread(target=target) for target in (first, second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("after both blocks, the filters are as before:", warnings.filters == before)
raised = ""
try:
    warnings.warn("old call", PendingDeprecationWarning, stacklevel=1)
except PendingDeprecationWarning as error:
    raised = f"{type(error).__name__}: {error}"
    print("in main, an ignored warning raises", raised)
assert (warnings.filters == before) == bool(own_filters)
assert raised == ("" if own_filters else "PendingDeprecationWarning: old call")
