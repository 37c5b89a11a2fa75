# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["fork"], ["spawn"], ["forkserver"]]
# ///
"""A lambda can be a Process's target under fork only, and never a pool's task."""

import multiprocessing
import pickle
import sys

if __name__ == "__main__":
    method = sys.argv[1]
    context = multiprocessing.get_context(method)

    child = context.Process(target=lambda: print("the lambda runs in the child"))
    try:
        child.start()
        child.join()
    except pickle.PicklingError as error:
        print(f"as a target: {type(error).__name__}")
    assert (child.exitcode == 0) == (method == "fork")

    with context.Pool(1) as pool:
        try:
            pool.apply(lambda: None)
        except pickle.PicklingError as error:
            print(f"as a pool's task: {type(error).__name__}")
        else:
            raise AssertionError("the pool took a lambda")
