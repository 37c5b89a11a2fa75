# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "recipe"
# ///
"""A stage in a thread of its own runs ahead up to a bound, and passes its error on."""

import itertools
import queue
import sys
import threading
import time


def run_stage_in_thread(iterable, size=10):
    """Yield what the iterable yields; a thread takes it, at most size items ahead."""
    items, stop = queue.Queue(size), threading.Event()

    def work():
        end = StopIteration
        try:
            for item in itertools.takewhile(lambda _: not stop.is_set(), iterable):
                items.put((item, None))
        except BaseException as error:
            end = error
        if not stop.is_set():  # or else nobody makes room for it
            items.put((None, end))

    (thread := threading.Thread(target=work, daemon=True)).start()
    try:
        while (got := items.get())[1] is None:
            yield got[0]
        if got[1] is not StopIteration:
            raise got[1]  # the point
    finally:
        stop.set()
        while not items.empty():  # the thread may wait for a place
            items.get()  # the point
        thread.join()


def pipeline(size):
    read = (drawn.append(number) or 12 // (9 - number) for number in range(10))
    doubles = (2 * number for number in run_stage_in_thread(read, size))
    return run_stage_in_thread(doubles, size)


drawn, errors, alone = [], [], threading.active_count()
for size in (2, 1):
    drawn.clear()
    slow = pipeline(size)
    assert next(slow) == 2
    time.sleep(0.3)  # full queues, one in each hand, and the first: no more
    print("one item is taken, and", len(drawn), "are read")
    assert len(drawn) <= 2 * size + 3 and threading.active_count() == alone + 2
    slow.close()  # the consumer leaves
for stage in (pipeline(2), run_stage_in_thread(map(sys.exit, ["no file"]))):
    try:
        assert not [print(number, end=" ") for number in stage]
    except (ZeroDivisionError, SystemExit) as error:
        errors.append(repr(error))
print("and then", *errors, sep="\n")
assert len(errors) == 2 and threading.active_count() == alone
