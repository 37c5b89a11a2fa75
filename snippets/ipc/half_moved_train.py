"""A structure's lock guards one field at a time; get_lock guards a whole change."""

import contextlib
import ctypes
import multiprocessing


class Train(ctypes.Structure):
    _fields_ = [("place", ctypes.c_int), ("passengers", ctypes.c_int)]


def move(train, guarded, limit, half_done, looked):
    with train.get_lock() if guarded else contextlib.nullcontext():
        train.place += 1
        half_done.set()
        looked.wait(limit)
        train.passengers += 1


def read(train):
    return train.place, train.passengers


def read_with_lock(train):
    with train.get_lock():
        return read(train)


def read_past_lock(train):
    return read(train.get_obj())


READINGS = {  # whether the mover holds the lock, how long it waits, how main reads
    "no get_lock": (False, None, read),
    "get_lock on both sides": (True, 0.3, read_with_lock),  # main cannot look before
    "get_lock and get_obj": (True, None, read_past_lock),
}

if __name__ == "__main__":
    for name, (guarded, limit, reading) in READINGS.items():
        train = multiprocessing.Value(Train, 0, 0)
        half_done, looked = multiprocessing.Event(), multiprocessing.Event()
        arguments = [train, guarded, limit, half_done, looked]
        mover = multiprocessing.Process(target=move, args=arguments, name="mover")
        mover.start()
        half_done.wait()
        seen = reading(train)
        looked.set()
        mover.join()
        print(f"{name:22}  place, passengers: {seen}")
        assert seen == ((1, 1) if reading is read_with_lock else (1, 0))
        assert read_with_lock(train) == (1, 1)
