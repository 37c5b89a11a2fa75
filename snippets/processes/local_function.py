# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# pythons = ["3.13", "3.14"]
# ///
"""Since 3.14 a function within a function is refused as a target by default."""

import multiprocessing
import pickle
import sys


def job():
    print("the module's function runs")


def main():
    def job_within():
        print("the function within main() runs")

    child = multiprocessing.Process(target=job_within)  # wrong: it has no name
    try:
        child.start()
        child.join()
    except (AttributeError, pickle.PicklingError) as error:
        print(f"{type(error).__name__}: {error}")
        print(*getattr(error, "__notes__", []), sep="\n")
    refused = child.exitcode is None
    assert refused == (multiprocessing.get_start_method() != "fork")
    assert refused == (sys.version_info >= (3, 14) or sys.platform != "linux")

    child = multiprocessing.Process(target=job)
    child.start()
    child.join()
    assert child.exitcode == 0


if __name__ == "__main__":
    main()
