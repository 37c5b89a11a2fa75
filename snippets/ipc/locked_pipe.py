"""A SimpleQueue is a pipe and two locks: put pickles and writes, with no thread."""

import multiprocessing
import os
import pickle
import stat
import textwrap
import threading


def parts(items):
    """Return what is inside: the type of each lock, and the kind of channel."""
    locks = {type(items._rlock), type(items._wlock)}
    mode = os.fstat(items._reader.fileno()).st_mode
    return locks, stat.S_ISFIFO(mode)


if __name__ == "__main__":
    lock = type(multiprocessing.Lock())
    for make in (multiprocessing.SimpleQueue, multiprocessing.Queue):
        items = make()
        assert parts(items) == ({lock}, True)
        items.put("parcel")
        threads = threading.active_count()
        methods = {name for name in dir(items) if not name.startswith("_")}
        print(f"{make.__name__}: a pipe, two locks, {threads - 1} thread(s) of its own")
        print(textwrap.indent(textwrap.fill(" ".join(sorted(methods))), "  "))
        assert items.get() == "parcel"
        if make is multiprocessing.SimpleQueue:
            assert threads == 1
            assert methods == {"close", "empty", "get", "put"}
            try:
                items.put(lambda: "parcel")
            except (AttributeError, pickle.PicklingError) as error:
                print("  put() of a lambda:", type(error).__name__)
            else:
                raise AssertionError("it was accepted")
            assert items.empty()
        else:
            assert threads == 2
            assert {"full", "qsize", "put_nowait", "get_nowait"} < methods
