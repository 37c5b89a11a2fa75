"""start() returns while the job runs, and join() waits for that one child only."""

import multiprocessing


def job(name, may_end):
    print(f"{name} works")
    may_end.wait()


if __name__ == "__main__":
    end_first = multiprocessing.Event()
    end_second = multiprocessing.Event()
    first = multiprocessing.Process(target=job, args=("first", end_first))
    second = multiprocessing.Process(target=job, args=("second", end_second))

    first.start()
    second.start()
    print("main goes on: both start() calls have returned")
    assert first.is_alive() and second.is_alive()

    end_first.set()
    first.join()
    print(f"first is joined, second is alive: {second.is_alive()}")
    assert second.is_alive() and not first.is_alive()

    end_second.set()
    second.join()
    assert first.exitcode == second.exitcode == 0
