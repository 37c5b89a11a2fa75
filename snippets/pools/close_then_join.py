"""After close() a pool takes no more jobs, and join() waits for those that it has."""

import multiprocessing


def refused(call, *arguments):
    try:
        call(*arguments)
    except ValueError as error:
        print("  ValueError:", error)
        return True
    return False


def job(number):
    return number * number


if __name__ == "__main__":
    pool = multiprocessing.Pool(2)
    results = [pool.apply_async(job, [number]) for number in range(6)]
    print("join() while the pool is open:")
    assert refused(pool.join)

    pool.close()
    print("apply_async() after close():")
    assert refused(pool.apply_async, job, [7])

    pool.join()
    assert not multiprocessing.active_children()
    assert all(result.ready() for result in results)
    squares = [result.get() for result in results]
    print("after join() no worker is left, and all results are here:")
    print(" ", squares)
    assert squares == [0, 1, 4, 9, 16, 25]
