"""Gathered one by one, a failed job costs no other answer and keeps its own name."""

from concurrent.futures import ThreadPoolExecutor, as_completed

STOCK = {"apples": 10, "pears": 0, "plums": 4}


def crates(fruit):
    return 20 // STOCK[fruit]


answers, errors = {}, {}
with ThreadPoolExecutor(3) as executor:
    asked = {executor.submit(crates, fruit): fruit for fruit in [*STOCK, "figs"]}
    for future in as_completed(asked):
        fruit = asked[future]
        error = future.exception()
        if error is None:
            answers[fruit] = future.result()
        else:
            errors[fruit] = type(error).__name__

for fruit in asked.values():
    print(f"{fruit:7}", answers.get(fruit, errors.get(fruit)))
assert answers == {"apples": 2, "plums": 5}
assert errors == {"pears": "ZeroDivisionError", "figs": "KeyError"}
