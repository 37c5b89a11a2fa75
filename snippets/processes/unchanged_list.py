# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""A child that appends to the list it was given changes a copy, not main's list."""

import multiprocessing


def work(basket):
    basket.append("bread")
    print("child:", basket)


if __name__ == "__main__":
    basket = ["milk"]
    child = multiprocessing.Process(target=work, args=(basket,))
    child.start()
    child.join()
    print("main: ", basket)
    assert basket == ["milk"]
