"""One bad item costs map the list and the rest of its chunk; imap loses only that."""

import multiprocessing


def set_up(shared):
    global calls
    calls = shared


def job(number):
    with calls.get_lock():
        calls.value += 1
    return 12 // number


if __name__ == "__main__":
    items = [0, 4, 3, 2]
    calls = multiprocessing.Value("i")
    with multiprocessing.Pool(1, set_up, [calls]) as pool:
        for chunksize in (1, 4):
            calls.value = 0
            try:
                pool.map(job, items, chunksize)
            except ZeroDivisionError as error:
                text = f"{type(error).__name__}, after {calls.value} of 4 calls"
                print(f"map, chunks of {chunksize}: {text}")
            else:
                raise AssertionError("the bad item was not bad")
            assert calls.value == (4 if chunksize == 1 else 1)

        results = pool.imap(job, items)
        answers = []
        for _ in items:
            try:
                answers.append(next(results))
            except ZeroDivisionError as error:
                answers.append(type(error).__name__)
        print("imap:", *answers)
        assert answers == ["ZeroDivisionError", 3, 4, 6]
