# /// script
# requires-python = ">=3.14"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""What a forked child had by itself, others are refused or lack."""

import multiprocessing
import traceback


def report(problems):
    try:
        print(limit)
    except NameError as error:
        problems.put(traceback.format_exception_only(error)[0].strip())


def use(lock):
    pass


class Crew:
    def __init__(self, *workers):
        self.workers = workers

    def work(self):
        pass


def refused(target, *args) -> str:
    try:
        multiprocessing.Process(target=target, args=args).start()
    except (TypeError, RuntimeError) as error:
        return traceback.format_exception_only(error)[0].strip()
    raise AssertionError("the process was started")


if __name__ == "__main__":
    limit = 5
    problems = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=report, args=(problems,))
    child.start()
    lock = multiprocessing.get_context("fork").Lock()
    said = {
        "a global of main": problems.get(),
        "a method whose object has a process": refused(Crew(child).work),
        "a lock of another context": refused(use, lock),
    }
    child.join()
    for what, words in said.items():
        print(f"{what}:", words, sep="\n  ")
    names = [words.partition(":")[0] for words in said.values()]
    assert names == ["NameError", "TypeError", "RuntimeError"]
