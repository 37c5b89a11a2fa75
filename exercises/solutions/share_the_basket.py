"""Bring back the apple.

The process puts an apple into a basket of its own, which main does not see. Let
`add` send the apple to main as well, through the queue that it is given.
"""

import multiprocessing
import sys

basket = []


def add(queue):
    basket.append("apple")
    queue.put("apple")


# The check: leave it as it is.
if __name__ == "__main__":
    queue = multiprocessing.Queue()
    worker = multiprocessing.Process(target=add, args=[queue])
    worker.start()
    worker.join()  # before the queue is read: one small item fits into its pipe
    if queue.empty():
        sys.exit(
            "Not yet: nothing has come to main, whose basket is still empty. What does "
            "a queue have for the one who sends?"
        )
    basket.append(queue.get())
    if basket != ["apple"]:
        sys.exit(f"Not yet: an apple was wanted, and the basket of main is {basket}")
    print("Solved: the basket of main is", basket)
