"""A thread changes main's globals and the objects passed to it, not main's names."""

import threading

stock = 100


def job(number, items):
    global stock
    stock -= 1  # the global variable of the one module that both use
    items.append("pear")  # the one list
    seen.append(id(items))
    number += 1  # only gives this function's own name another number


seen = []
number, items = 5, ["apple"]
thread = threading.Thread(target=job, args=(number, items))
thread.start()
thread.join()

print("stock: ", stock)
print("items: ", items, "the same object:", seen == [id(items)])
print("number:", number)
assert stock == 99
assert items == ["apple", "pear"] and seen == [id(items)]
assert number == 5
job(number, items)  # a plain call does exactly the same
assert (stock, items, number) == (98, ["apple", "pear", "pear"], 5)
