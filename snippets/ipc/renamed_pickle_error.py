# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 pickle raises PicklingError for what was an AttributeError before."""

import pickle
import sys


def make():
    class Local:
        pass

    return Local()


raised = None
try:
    pickle.dumps(make())
except AttributeError as error:  # wrong: not since 3.14
    raised = error
except pickle.PicklingError as error:
    raised = error
print(f"{type(raised).__name__}:", raised)
assert isinstance(raised, pickle.PicklingError) == (sys.version_info >= (3, 14))

caught = False
try:
    pickle.dumps(make())
except (pickle.PicklingError, AttributeError, TypeError):
    caught = True
print("caught by three names:", caught)
assert caught
