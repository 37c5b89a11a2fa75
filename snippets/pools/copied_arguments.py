"""A pool pickles arguments and results: each side has its own copy."""

import multiprocessing
import os


class Parcel:
    """Says whenever it is pickled, and by whom."""

    def __init__(self):
        self.label, self.packed_by = "from main", []

    def __getstate__(self):
        return {"label": self.label, "packed_by": [*self.packed_by, os.getpid()]}


def relabel(parcel):
    parcel.label = "from the worker"
    return parcel


if __name__ == "__main__":
    parcel = Parcel()
    with multiprocessing.Pool(1) as pool:
        returned = pool.apply(relabel, [parcel])
        worker = pool.apply(os.getpid)

    print("main's parcel:      ", parcel.label)
    print("the returned parcel:", returned.label)
    by = ["main" if pid == os.getpid() else "worker" for pid in returned.packed_by]
    print("it was pickled by:  ", *by)
    assert returned is not parcel
    assert (parcel.label, returned.label) == ("from main", "from the worker")
    assert returned.packed_by == [os.getpid(), worker]
