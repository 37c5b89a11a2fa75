# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# linger = 10
# ///
"""Two processes lose an update in a ShareableList, and its items cannot grow."""

import multiprocessing
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList


def add_one(name, both_have_read):
    board = ShareableList(name=name)
    count = board[1]
    both_have_read.wait()
    board[1] = count + 1
    board.shm.close()


if __name__ == "__main__":
    with SharedMemoryManager() as manager:
        board = manager.ShareableList(["Ghent", 0, None])
        name = board.shm.name
        both_have_read = multiprocessing.Barrier(2)
        child = multiprocessing.Process(target=add_one, args=[name, both_have_read])
        child.start()
        add_one(name, both_have_read)
        child.join()
        print("two processes have added 1 to 0:", board[1])
        assert board[1] == 1

        board[0] = "Paris"
        try:
            board[0] = "Constantinople"
        except ValueError as error:
            print("Constantinople for Ghent:", error)
        else:
            raise AssertionError("it fits")
        assert list(board) == ["Paris", 1, None]
        assert not hasattr(board, "append")
        board.shm.close()

    try:
        ShareableList(name=name)
    except FileNotFoundError:
        print("after the manager's end: FileNotFoundError")
    else:
        raise AssertionError("the block is left behind")
