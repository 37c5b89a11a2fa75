"""An object that __init__ hands out too early is seen by others without its value."""

import threading

handed_out = threading.Event()
looked = threading.Event()
current = None


class Early:
    def __init__(self):
        global current
        current = self  # wrong: others can use it from here on
        handed_out.set()
        looked.wait()
        self.limit = 10


class Late:
    def __init__(self):
        handed_out.set()
        looked.wait()
        self.limit = 10


def make(kind):
    global current
    made = kind()
    current = made


if __name__ == "__main__":
    results = {}
    for kind in (Early, Late):
        current = None
        handed_out.clear()
        looked.clear()
        thread = threading.Thread(target=make, args=(kind,), name=kind.__name__)
        thread.start()
        handed_out.wait()
        try:
            results[kind] = current and current.limit
        except AttributeError as error:
            results[kind] = str(error)
        print(f"{kind.__name__}: main reads {results[kind]}", end=", ")
        looked.set()
        thread.join()
        print(f"afterwards {current.limit}")
        assert current.limit == 10
    assert results == {Early: "'Early' object has no attribute 'limit'", Late: None}
