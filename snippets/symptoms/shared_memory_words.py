# /// script
# [tool.proof]
# kind = "symptom"
# platform = "linux"
# ///
"""Shared memory says what is wrong with a name, a size, a view or an item."""

import mmap
import multiprocessing
import resource
import traceback
from multiprocessing.shared_memory import ShareableList, SharedMemory
from multiprocessing.sharedctypes import RawArray


def main() -> None:
    block = SharedMemory(create=True, size=16)
    listed = ShareableList(["four", 4])
    view = block.buf[:4]
    number = multiprocessing.get_context("spawn").Value("i")
    grown = bytearray(4)
    kept = memoryview(grown)
    calls = [
        (block.close,),
        (SharedMemory, block.name, True, 16),
        (SharedMemory, "nosuch"),
        (SharedMemory, None, True, 0),
        (listed.__setitem__, 0, "a longer text"),
        (listed.__setitem__, 2, 1),
        (listed.index, "five"),
        (block.buf.__setitem__, slice(0, 2), b"abc"),
        (lambda: number + 1,),
        (RawArray("i", 3).__setitem__, 3, 1),
        (RawArray("i", 3).__setitem__, slice(0, 3), [1, 2]),
        (RawArray("i", 3).__setitem__, 0, 1.5),
        (grown.append, 1),
        (mmap.mmap, -1, 0),
    ]
    lines = [said(*one) for one in calls]
    view.release()
    kept.release()
    for one in (block, listed.shm):
        one.close()
        one.unlink()
    lines += [said(lambda: block.buf[0])]
    resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28))
    lines += [said(bytearray, 2**29), said(mmap.mmap, -1, 2**29)]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
