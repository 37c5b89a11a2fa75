# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a child does not have the signal handlers that main has set."""

import multiprocessing
import signal
import sys


def note(number, frame):
    print("the handler has run")


def tell_handler(answers, own=None):
    if own:
        signal.signal(signal.SIGTERM, own)
    answers.put(signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL)


def ask(*args):
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=tell_handler, args=(answers, *args))
    child.start()
    child.join()
    return answers.get()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, note)
    set_in_main = ask()  # wrong: it is the handler of main
    print("set in main, the child has it:     ", set_in_main)
    set_in_child = ask(note)
    print("set in the child, the child has it:", set_in_child)
    assert set_in_main == (sys.version_info < (3, 14))
    assert set_in_child
