# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""What stands outside the guard runs again where a child imports the file."""

import multiprocessing

print("outside, in", __name__)


def job(names):
    print("inside the job, in", __name__)
    names.put(__name__)


if __name__ == "__main__":
    print("start method:", multiprocessing.get_start_method())
    names = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=job, args=(names,))
    child.start()
    child.join()
    imported = multiprocessing.get_start_method() != "fork"
    assert names.get() == ("__mp_main__" if imported else "__main__")
