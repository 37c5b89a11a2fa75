"""Another thread finds a list empty while it is sorted, and what it appends is lost."""

import threading

numbers = [3, 1, 2]
sorting = threading.Event()
looked = threading.Event()


def slow_key(number):
    sorting.set()
    looked.wait()  # the other thread runs in the middle of the sort
    return number


def sort():
    try:
        numbers.sort(key=slow_key)
    except ValueError as error:
        print("sort raises:", error)
        errors.append(str(error))


if __name__ == "__main__":
    errors = []
    thread = threading.Thread(target=sort, name="sorting")
    thread.start()
    sorting.wait()
    print("during the sort, main finds", numbers)
    assert numbers == []
    numbers.append(4)
    print("main appends 4:            ", numbers)
    assert numbers == [4]
    looked.set()
    thread.join()
    print("after the sort:            ", numbers)
    assert errors == ["list modified during sort"]
    assert numbers == [1, 2, 3]
