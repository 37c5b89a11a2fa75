# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""as_completed gives each future once, when its job is done, in whatever order."""

import random
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def job(number):
    time.sleep(random.uniform(0.05, 0.3))
    return number


with ThreadPoolExecutor(5) as executor:
    futures = [executor.submit(job, number) for number in range(8)]
    answers = []
    for future in as_completed(futures):
        print(f"job {future.result()} is done")
        answers.append(future.result())
assert sorted(answers) == list(range(8))
