# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["--language=fr"]]
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a child no longer sees a global that main has changed at run time."""

import multiprocessing
import sys

settings = {"language": "en"}


def work(answers, settings=settings):
    answers.put(settings["language"])


def ask(*args):
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=work, args=(answers, *args))
    child.start()
    child.join()
    return answers.get()


if __name__ == "__main__":
    settings["language"] = sys.argv[1].removeprefix("--language=")
    print("start method:             ", multiprocessing.get_start_method())
    as_global = ask()  # wrong: the child has the global as its file sets it
    print("a child that reads it:    ", as_global)
    as_argument = ask(settings)
    print("a child that is handed it:", as_argument)
    forks = sys.version_info < (3, 14) and sys.platform == "linux"
    assert as_global == ("fr" if forks else "en")
    assert as_argument == "fr"
