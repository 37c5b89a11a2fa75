# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.proof]
# platform = "linux"
# limit = 30
# linger = 10
# ///
"""Two processes compute in one NumPy array; who reads it after close crashes."""

import faulthandler
import multiprocessing
import signal
from multiprocessing.shared_memory import SharedMemory

import numpy as np

SHAPE = (4, 50_000)


def square_rows(name, rows):
    block = SharedMemory(name)
    table = np.ndarray(SHAPE, dtype=np.int64, buffer=block.buf)
    table[rows] **= 2  # in place
    del table
    block.close()


def read_after_close(name):
    faulthandler.disable()  # no report on standard error
    block = SharedMemory(name)
    table = np.ndarray(SHAPE, dtype=np.int64, buffer=block.buf)
    block.close()  # no error, though the table is still there
    print(table[-1, -1])


if __name__ == "__main__":
    numbers = np.arange(SHAPE[0] * SHAPE[1], dtype=np.int64).reshape(SHAPE)
    block = SharedMemory(create=True, size=numbers.nbytes)
    try:
        table = np.ndarray(SHAPE, dtype=np.int64, buffer=block.buf)
        table[:] = numbers
        workers = [
            multiprocessing.Process(target=square_rows, args=[block.name, rows])
            for rows in (slice(0, 2), slice(2, 4))
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print("last row before:", numbers[-1, :3])
        print("last row after: ", table[-1, :3])
        assert (table == numbers**2).all()
        del table

        last = multiprocessing.Process(target=read_after_close, args=[block.name])
        last.start()
        last.join()
        print("read after close:", signal.Signals(-last.exitcode).name)
        assert last.exitcode == -signal.SIGSEGV
    finally:
        block.close()
        block.unlink()
