# /// script
# [tool.proof]
# kind = "recipe"
# limit = 30
# ///
"""Numbers in shared memory without NumPy; their block is removed on each way out."""

import array
import contextlib
import multiprocessing
import signal
import struct
from multiprocessing.shared_memory import SharedMemory


@contextlib.contextmanager
def shared_numbers(code, length, name=None):
    """Give `length` numbers in shared memory, and the block's name.

    `code` is a letter of `struct`, as "q". Without a name the block is a new one, of
    zeros, and is removed at the end of the `with`; with a name it is only closed then.
    """
    size = struct.calcsize(code) * length
    block = SharedMemory(name, create=name is None, size=size)
    try:
        with block.buf[:size].cast(code) as numbers:
            yield numbers, block.name
    finally:
        if name is None:
            block.unlink()  # the point
        block.close()  # BufferError, if a slice of the numbers is still in use


def square(name, part):
    with shared_numbers("q", 6, name) as (numbers, _):
        for place in part:
            numbers[place] = place * place
        signal.raise_signal(signal.SIGKILL)


def is_there(name):
    with contextlib.suppress(FileNotFoundError), shared_numbers("b", 1, name):
        return True


if __name__ == "__main__":
    with shared_numbers("q", 6) as (numbers, name):
        for method in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context(method)
            numbers[:] = array.array("q", bytes(48))  # zeros
            for part in ([0, 1, 2], [3, 4, 5]):
                child = context.Process(target=square, args=[name, part])
                child.start()
                child.join()
            print(f"{method:10} {numbers.tolist()}, both children were killed")
            assert numbers.tolist() == [0, 1, 4, 9, 16, 25]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with shared_numbers("d", 3) as (numbers, name):
            part = numbers[:2]  # it is still in use when the `with` ends
            signal.raise_signal(signal.SIGINT)  # as Ctrl-C does
    except BufferError as error:
        part.release()
        print(f"after {error.__context__!r}: {error}")
    assert not is_there(name)
