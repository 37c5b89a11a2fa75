# /// script
# [tool.proof]
# kind = "plain"
# ///
"""Neither start() nor join() returns the function's value; a list brings it to main."""

import threading


def square(number):
    return number * number


def square_into(results, number):
    results.append(square(number))


thread = threading.Thread(target=square, args=(3,))
print("start() returns", thread.start())
value = thread.join()
print("join() returns", value)

results = []
thread = threading.Thread(target=square_into, args=(results, 3))
thread.start()
thread.join()
print("the list holds", results)
assert value is None and results == [9]
