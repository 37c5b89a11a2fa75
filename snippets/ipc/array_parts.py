"""Processes that write to different items of an array need no lock."""

import multiprocessing

SIZE, WORKERS = 200_000, 4


def fill(array, begin, first):
    begin.wait()
    for index in range(first, SIZE, WORKERS):  # every fourth item, next to others'
        array[index] = index + 1


if __name__ == "__main__":
    array = multiprocessing.RawArray("i", SIZE)
    value = multiprocessing.RawValue("i", 0)
    assert not hasattr(array, "get_lock") and not hasattr(value, "get_lock")
    assert type(multiprocessing.Array("i", SIZE, lock=False)) is type(array)
    assert type(multiprocessing.Value("i", 0, lock=False)) is type(value)
    begin = multiprocessing.Barrier(WORKERS)
    workers = [
        multiprocessing.Process(target=fill, args=[array, begin, first])
        for first in range(WORKERS)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    wrong = sum(item != index + 1 for index, item in enumerate(array))
    print(f"{WORKERS} processes, {SIZE} items, wrong ones: {wrong}")
    assert wrong == 0
    assert memoryview(array).nbytes == 4 * SIZE  # C ints, side by side
