"""map returns a list in the order of its input, and leaves the pool open."""

import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        squares = pool.map(square, range(6))
        print("map returned", squares)
        assert squares == list(map(square, range(6)))

        again = pool.map(square, [7])
        print("the pool takes another map:", again)
        assert again == [49]
        one_more = pool.apply(square, [8])
        print("and an apply:", one_more)
        assert one_more == 64
