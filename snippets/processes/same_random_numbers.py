# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# ///
"""Forked workers all draw the same number from a generator that main has made."""

import multiprocessing
import random

own = random.Random()


def draw(kind, worker, numbers):
    generators = {
        "random.Random() of main": own,
        "functions of random": random,
        "a seed for each worker": random.Random(f"run 7, worker {worker}"),
    }
    numbers.put(generators[kind].randrange(10**9))


def draws(kind):
    fork = multiprocessing.get_context("fork")
    numbers = fork.SimpleQueue()
    for worker in range(4):
        child = fork.Process(target=draw, args=(kind, worker, numbers))
        child.start()
        child.join()
    return [numbers.get() for _ in range(4)]


if __name__ == "__main__":
    kinds = ("random.Random() of main", "functions of random", "a seed for each worker")
    different = []
    for kind in kinds:
        numbers = draws(kind)
        print(f"{kind}:", *numbers)
        different.append(len(set(numbers)))
    assert different == [1, 4, 4]
    assert draws(kinds[2]) == numbers  # a seed's numbers can be had again
