"""In a process pool some jobs cannot be cancelled any more before they have begun."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

fork = multiprocessing.get_context("fork")
begun = fork.Value("i", 0)
may_end = fork.Event()


def job():
    with begun:
        begun.value += 1
    may_end.wait()


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1, mp_context=fork) as executor:
        futures = [executor.submit(job) for _ in range(10)]
        while begun.value == 0 or not futures[1].running():
            time.sleep(0.001)
        print("jobs that have begun:   ", begun.value, "of 10")
        assert begun.value == 1

        refused = [future for future in futures if not future.cancel()]
        print("that cannot be cancelled:", len(refused))
        assert 2 <= len(refused) < 10
        assert all(future.running() for future in refused)
        assert begun.value == 1
        may_end.set()

    print("jobs that began after all:", begun.value)
    assert begun.value == len(refused)
