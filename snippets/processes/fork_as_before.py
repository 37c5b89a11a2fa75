# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# args = [["default"], ["fork"]]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""set_start_method("fork") brings back what children had before 3.14."""

import multiprocessing
import sys

setting = "as in the file"

if __name__ == "__main__":
    if sys.argv[1] == "fork":
        multiprocessing.set_start_method("fork")  # the point
    setting = "as main has set it"
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=lambda: answers.put(setting))
    try:
        child.start()
        child.join()
        answer = answers.get()
    except Exception as error:
        answer = type(error).__name__
    print("a lambda that reads a global gives:", answer)
    forks = sys.argv[1] == "fork" or sys.version_info < (3, 14)
    assert answer == ("as main has set it" if forks else "PicklingError")
