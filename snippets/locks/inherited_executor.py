# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# wrong = "hangs"
# ///
"""In a forked child an executor has no threads any more, and a new one has its own."""

import os
import warnings
from concurrent.futures import ThreadPoolExecutor

# Python 3.12 and later warn of what this program does on purpose.
warnings.simplefilter("ignore", DeprecationWarning)

library = ThreadPoolExecutor(1)  # as a library keeps it, out of your sight
print("parent:", library.submit(pow, 2, 3).result())

if (child := os.fork()) == 0:
    answers = []
    for name, executor in ("inherited", library), ("new", ThreadPoolExecutor(1)):
        try:
            answers.append(executor.submit(pow, 2, 3).result(timeout=0.3))
        except TimeoutError:
            answers.append("TimeoutError: nobody does the job")
        print(f"child:  {answers[-1]} (the {name} executor)", flush=True)
    os._exit(answers != ["TimeoutError: nobody does the job", 8])

code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert code == 0
