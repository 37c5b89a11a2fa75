"""Let main see the apple.

The worker puts an apple into a basket of its own. Change `started`, so that the
apple comes into the basket of main.
"""

import sys
import threading

basket = []


def add():
    basket.append("apple")


def started():
    worker = threading.Thread(target=add)
    worker.start()
    return worker


# The check: leave it as it is.
if __name__ == "__main__":
    worker = started()
    if worker is None:
        sys.exit(
            "Not yet: started() has to return the worker, so that main can join it."
        )
    worker.join()
    if threading.active_count() > 1 or basket != ["apple"]:
        sys.exit(
            f"Not yet: the basket of main is {basket}. A process has its own memory; "
            "which kind of worker shares that of main?"
        )
    print("Solved: the basket of main is", basket)
