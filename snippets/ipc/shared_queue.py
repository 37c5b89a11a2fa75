"""Two writers and two readers share a queue: each item is read exactly once."""

import multiprocessing

ITEMS = 500


def write(name, items):
    for number in range(ITEMS):
        items.put((name, number))


def read(items, report):
    got = []
    while (item := items.get()) is not None:
        got.append(item)
    report.put(got)


if __name__ == "__main__":
    items, report = multiprocessing.Queue(), multiprocessing.Queue()
    writers = [
        multiprocessing.Process(target=write, args=[name, items]) for name in "XY"
    ]
    readers = [
        multiprocessing.Process(target=read, args=[items, report]) for _ in range(2)
    ]
    for process in writers + readers:
        process.start()
    for process in writers:
        process.join()
    for _ in readers:
        items.put(None)  # behind the last item, as both writers have ended
    got = [report.get() for _ in readers]
    for process in readers:
        process.join()

    together = got[0] + got[1]
    print(len(together), "items read,", len(set(together)), "different ones")
    assert sorted(together) == [(name, n) for name in "XY" for n in range(ITEMS)]
    for mine in got:
        for name in "XY":
            numbers = [number for writer, number in mine if writer == name]
            assert numbers == sorted(numbers)
    print("no reader got two items of one writer in the wrong order")
