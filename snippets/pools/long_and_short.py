# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""imap gives the long job's result first, as it came first; imap_unordered last."""

import time
from multiprocessing import Pool


def wait(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(wait, [0.1, 0.1], chunksize=1)  # both workers are up
        for method in (pool.imap, pool.imap_unordered):
            print(method.__name__)
            answers = []
            for seconds in method(wait, [0.6, 0.1]):
                print(f"  the job of {seconds} s has answered")
                answers.append(seconds)
            assert len(answers) == 2
            if method == pool.imap:
                assert answers == [0.6, 0.1]
