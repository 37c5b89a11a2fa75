# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# stderr = "lambda"
# ///
"""An item that cannot be pickled is lost; put says nothing, only stderr does."""

import multiprocessing
import pickle

if __name__ == "__main__":
    items = multiprocessing.Queue()
    items.put("before")
    items.put(lambda: "lost")
    items.put("after")
    got = [items.get(), items.get()]
    print("put three times, no exception; received:", got)
    assert got == ["before", "after"]

    try:
        items.put(pickle.dumps(lambda: "refused"))
    except (AttributeError, pickle.PicklingError) as error:
        print("pickled by main itself:", type(error).__name__, "in main")
    else:
        raise AssertionError("it was accepted")
