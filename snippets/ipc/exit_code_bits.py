# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# ///
"""An exit code is an answer of eight bits: 256 arrives as 0, and -1 as 255."""

import multiprocessing
import sys


def count_words(text):
    sys.exit(len(text.split()))


def answer(function, argument):
    child = multiprocessing.get_context("fork").Process(
        target=function, args=[argument]
    )
    child.start()
    child.join()
    return child.exitcode


if __name__ == "__main__":
    short = answer(count_words, "to be or not to be")
    long = answer(count_words, "hello " * 256)
    print("words in the short text:", short)
    print("words in the long text: ", long)
    assert (short, long) == (6, 0)
    for number, expected in {7: 7, 255: 255, 256: 0, 300: 44, -1: 255}.items():
        arrived = answer(sys.exit, number)
        print(f"sys.exit({number:>3}) arrives as {arrived:>3}")
        assert arrived == expected
