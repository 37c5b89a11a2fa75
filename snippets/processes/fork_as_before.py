# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# platform = "linux"
# pythons = ["3.13", "3.14"]
# ///
"""After set_start_method("fork") a child is a copy of main, in every version."""

import multiprocessing

setting = "as in the file"

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # the point
    setting = "as main has set it"
    answers = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=lambda: answers.put(setting))
    child.start()
    child.join()
    answer = answers.get()
    print("a lambda that reads a global gives:", answer)
    assert answer == "as main has set it"
