# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A stage in a thread of its own runs ahead up to a bound, and passes its error on."""

import itertools
import queue
import threading
import time


def run_stage_in_thread(iterable, size=10):
    """Yield what the iterable yields; a thread takes it, at most size items ahead."""
    items, stop = queue.Queue(size), threading.Event()

    def work():
        try:
            for item in itertools.takewhile(lambda _: not stop.is_set(), iterable):
                items.put((item, None))
            items.put((None, StopIteration))
        except Exception as error:
            items.put((None, error))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while not (got := items.get())[1]:
            yield got[0]
        if got[1] is not StopIteration:
            raise got[1]  # the point
    finally:
        stop.set()
        while not items.empty():  # the thread may wait for a place
            items.get()  # the point
        thread.join()


def read():
    for number in range(10):
        drawn.append(number)
        yield 12 // (9 - number)


def pipeline():
    """Return two stages, with a queue of two items behind each."""
    doubles = (2 * number for number in run_stage_in_thread(read(), size=2))
    return run_stage_in_thread(doubles, size=2)


drawn, errors, alone = [], [], threading.active_count()
slow = pipeline()
first = next(slow)
time.sleep(0.3)  # two in each queue, one in each hand, and the first: no more
print("one item is taken, and", len(drawn), "are read")
assert first == 2 and len(drawn) <= 7 and threading.active_count() == alone + 2
slow.close()  # the consumer leaves
assert threading.active_count() == alone
try:
    assert not [print(double, end=" ") for double in pipeline()]
except ZeroDivisionError as error:
    errors.append(error)
print("and then:", *errors)
assert len(errors) == 1 and threading.active_count() == alone
