# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.14", "3.15"]
# ///
"""Since 3.15 pickle takes private methods, and multiprocessing's pickler does not."""

import pickle
import sys
from multiprocessing.reduction import ForkingPickler


class Shop:
    def __price(self, number):
        return 3 * number

    def method(self):
        return self.__price


def send(pickler):
    """Return the price of two by the copy of the method, or the error."""
    try:
        return pickle.loads(pickler.dumps(Shop().method()))(2)
    except AttributeError as error:
        return f"AttributeError: {error}"


by_pickle, by_multiprocessing = send(pickle), send(ForkingPickler)
print("pickle:         ", by_pickle)
print("multiprocessing:", by_multiprocessing)
assert (by_pickle == 6) == (sys.version_info >= (3, 15))
assert by_multiprocessing == "AttributeError: 'Shop' object has no attribute '__price'"
