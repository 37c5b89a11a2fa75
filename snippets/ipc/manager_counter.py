# /// script
# [tool.proof]
# kind = "plain"
# ///
"""Two children add 5 and 10 to a number in a manager's dict, and a lock keeps both."""

import multiprocessing


def add(totals, lock, amount):
    with lock:
        totals["all"] += amount
    print("added", amount)


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        totals, lock = manager.dict(all=0), manager.Lock()
        five = multiprocessing.Process(target=add, args=[totals, lock, 5])
        ten = multiprocessing.Process(target=add, args=[totals, lock, 10])
        five.start()
        ten.start()
        five.join()
        ten.join()
        print("the total is", totals["all"])
        assert totals["all"] == 15
