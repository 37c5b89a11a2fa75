# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# platform = "linux"
# ///
"""A generator that is seeded anew after each fork draws other numbers in each child."""

import multiprocessing
import os
import pickle
import random


def reseed_after_fork(generator):
    """Return this random.Random, which each child forked from now on seeds anew."""
    os.register_at_fork(after_in_child=generator.seed)  # the point
    return generator


generator = reseed_after_fork(random.Random())


def draw(numbers):
    numbers.put(generator.getrandbits(64))


def draw_by_fork():
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.write(writer, generator.randbytes(8))
        os._exit(0)
    os.wait()
    return int.from_bytes(os.read(reader, 8), "little")


if __name__ == "__main__":
    numbers = [generator.getrandbits(64)] + [draw_by_fork() for _ in range(4)]
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        answers = context.SimpleQueue()
        child = context.Process(target=draw, args=(answers,))
        child.start()
        child.join()
        numbers.append(answers.get())
    print(len(set(numbers)), "different numbers among", len(numbers))
    assert len(set(numbers)) == len(numbers) == 8

    argument = pickle.loads(pickle.dumps(generator))  # as spawn hands it over
    assert argument.getrandbits(64) == generator.getrandbits(64)
