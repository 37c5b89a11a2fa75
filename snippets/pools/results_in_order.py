# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""executor.map gives the results in the order of the input."""

import time
from concurrent.futures import ThreadPoolExecutor


def job(number):
    time.sleep(0.3 if number == 0 else 0.1)
    print(f"job {number} ends")
    return number


with ThreadPoolExecutor(5) as executor:
    answers = []
    for number in executor.map(job, range(8)):
        print(f"main has got {number}")
        answers.append(number)
assert answers == list(range(8))
