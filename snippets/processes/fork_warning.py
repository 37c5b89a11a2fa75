# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.14"]
# ///
"""fork() in a process with several threads warns since Python 3.12."""

import multiprocessing
import sys
import threading
import warnings


def nothing():
    pass


if __name__ == "__main__":
    over = threading.Event()
    threading.Thread(target=over.wait).start()

    for method in multiprocessing.get_all_start_methods():
        child = multiprocessing.get_context(method).Process(target=nothing)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            child.start()
        child.join()
        print(f"{method}: {[warning.category.__name__ for warning in caught]}")
        warned = [w for w in caught if "use of fork()" in str(w.message)]
        assert bool(warned) == (method == "fork" and sys.version_info >= (3, 12))
        assert all("multiprocessing" in warning.filename for warning in warned)

    over.set()
