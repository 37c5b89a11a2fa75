# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.11", "3.12"]
# ///
"""Up to 3.11 cached_property has a lock, which can close a ring with a library's."""

import functools
import sys
import threading

LOCKED = sys.version_info < (3, 12)
library = threading.RLock()
inside, taken = threading.Event(), threading.Event()


class Dataset:
    @functools.cached_property
    def extent(self):
        inside.set()  # up to 3.11 under one lock for all data sets
        taken.wait()  # the unlucky timing, made certain
        if not library.acquire(timeout=0.5 if LOCKED else 20):
            return "given up: the other thread has the library's lock"
        library.release()
        return "known"


def read(dataset):
    with library:
        taken.set()
        inside.wait()
        return dataset.extent


if __name__ == "__main__":
    first, second = Dataset(), Dataset()
    reader = threading.Thread(target=read, args=(second,))
    reader.start()
    print("without the library's lock:", first.extent)
    reader.join()
    print("with it:", second.extent)
    assert first.extent.startswith("given up" if LOCKED else "known")
    assert second.extent == "known"
