# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["default"], ["always"]]
# ///
"""A Pool that is dropped while open is ended, by default without a warning."""

import gc
import multiprocessing
import sys
import time
import warnings

shown = []


def note(message, category, *others):
    shown.append(category.__name__)


if __name__ == "__main__":
    warnings.showwarning = note
    if sys.argv[1] == "always":
        warnings.simplefilter("always")  # as with python -X dev

    pool = multiprocessing.get_context("fork").Pool(1)
    assert pool.apply(int) == 0
    assert len(multiprocessing.active_children()) == 1

    del pool  # the only reference to it
    gc.collect()
    while multiprocessing.active_children():
        time.sleep(0.001)
    print("no worker is left; warnings:", *shown or ["none"])
    assert shown == (["ResourceWarning"] if sys.argv[1] == "always" else [])
