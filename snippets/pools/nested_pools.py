"""A pool's workers are daemons and have no pools; an executor's are not, and can."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


def squares_in_a_pool(numbers):
    print("  in a daemon:", multiprocessing.current_process().daemon)
    with multiprocessing.Pool(1) as pool:
        return pool.map(square, numbers)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    print("a pool in a pool's worker:")
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(squares_in_a_pool, [[1, 2]])
        except AssertionError as error:
            print("  AssertionError:", error)
            assert "daemon" in str(error)
        else:
            raise SystemExit("a pool's worker has started a pool")

    print("a pool in an executor's worker:")
    with ProcessPoolExecutor(1) as executor:
        squares = executor.submit(squares_in_a_pool, [1, 2]).result()
    print(" ", squares)
    assert squares == [1, 4]
