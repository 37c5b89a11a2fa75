"""A bad item costs map the list; imap loses that item, or its chunk and all later."""

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

        for chunksize in (1, 2):
            results = pool.imap(job, [4, 0, 3, 2], chunksize)  # the second one is bad
            answers = []
            while "StopIteration" not in answers:
                try:
                    answers.append(next(results))
                except (ZeroDivisionError, StopIteration) as error:
                    answers.append(type(error).__name__)
            print(f"imap, chunks of {chunksize}:", *answers)
            if chunksize == 1:
                assert answers == [3, "ZeroDivisionError", 4, 6, "StopIteration"]
            else:
                assert answers == ["ZeroDivisionError", "StopIteration"]
