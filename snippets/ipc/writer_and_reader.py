"""What one process puts into a queue, another gets, and all in the same order."""

import multiprocessing
import time


def write(letters):
    for letter in "ABC":
        time.sleep(0.1)
        print("writer: put", letter)
        letters.put(letter)  # the point
    letters.put(None)  # the stop mark


def read(letters, report):
    got = []
    while (letter := letters.get()) is not None:  # the point
        print("reader: got", letter)
        got.append(letter)
    report.put(got)


if __name__ == "__main__":
    letters, report = multiprocessing.Queue(), multiprocessing.Queue()
    writer = multiprocessing.Process(target=write, args=[letters], name="writer")
    reader = multiprocessing.Process(target=read, args=[letters, report], name="reader")
    writer.start()
    reader.start()
    got = report.get()
    writer.join()
    reader.join()
    print("main:   the reader says that it got", got)
    assert got == ["A", "B", "C"]
