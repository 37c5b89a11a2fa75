"""Four parts of a sum, added up in a pool, make what the formula gives."""

import multiprocessing

LIMIT = 2_000_000


def part(first):
    return sum(range(first, first + LIMIT // 4))


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        total = sum(pool.map(part, range(0, LIMIT, LIMIT // 4)))
        pool.close()
        pool.join()
    print(f"below  2,000,000: {total:>19,}")
    print(f"below 20,000,000: {10 * LIMIT * (10 * LIMIT - 1) // 2:>19,}")
    assert total == LIMIT * (LIMIT - 1) // 2 == 1_999_999_000_000
    assert 10 * LIMIT * (10 * LIMIT - 1) // 2 == 199_999_990_000_000
