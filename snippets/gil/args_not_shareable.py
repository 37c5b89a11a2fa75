# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""An argument is not shareable if another interpreter cannot import its module."""

import traceback
from concurrent.futures import InterpreterPoolExecutor
from concurrent.interpreters import NotShareableError
from curses.textpad import Textbox  # by way of _curses, which is in C, as NumPy is


def width(columns):
    return len(columns)


if __name__ == "__main__":
    with InterpreterPoolExecutor(1) as executor:
        error = executor.submit(print, Textbox).exception()
        mended = executor.submit(width, ["a", "b"])  # the point
        print("plain data are taken:", mended.result())
    chain = [error]
    while chain[0].__cause__:
        chain.insert(0, chain[0].__cause__)
    for one in chain:
        print(traceback.format_exception_only(one)[0].strip())
    assert isinstance(error, NotShareableError) and str(error) == "args not shareable"
    assert "_curses does not support loading in subinterpreters" in str(chain[0])
    assert mended.result() == 2
