"""Four processes append lines to one file; with one write each, every line is whole."""

import collections
import contextlib
import multiprocessing
import os
import tempfile

LINES = 50


def append(name, begin):
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    journal = os.open("journal", flags)
    for number in range(LINES):
        begin.wait()  # all of them write at once
        os.write(journal, f"{name} {number}\n".encode())  # a whole line at once
    os.close(journal)


if __name__ == "__main__":
    names = ["Ann", "Bob", "Cy", "Di"]
    context = multiprocessing.get_context("fork")
    begin = context.Barrier(len(names))
    children = [context.Process(target=append, args=[name, begin]) for name in names]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for child in children:
            child.start()
        for child in children:
            child.join()

        with open("journal") as journal:
            lines = journal.read().splitlines()
    numbers, turns, before = collections.defaultdict(list), 0, None
    for line in lines:
        name, number = line.split()
        numbers[name].append(int(number))
        turns += name != before
        before = name
    print(len(lines), "lines; the writer changed", turns - 1, "times")
    assert numbers == {name: list(range(LINES)) for name in names}
    print("each process's lines are all there, and in its order")
    assert turns - 1 >= (len(names) - 1) * LINES
