# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""A future brings a thread's return value, or its exception, to whoever asks."""

import threading
import traceback
from concurrent.futures import Future


def call_in_thread(function, *args):
    """Call function(*args) in a new thread; return a Future of what it returns."""
    future = Future()
    future.set_running_or_notify_cancel()  # from here on it cannot be cancelled

    def run():
        try:
            result = function(*args)
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)  # the point

    threading.Thread(target=run).start()
    return future


def square(number):
    both_at_work.wait(10)
    return number * number


def fail(text):
    may_fail.wait(5)
    return int(text)


both_at_work, may_fail = threading.Barrier(2), threading.Event()

if __name__ == "__main__":
    futures = [call_in_thread(square, number) for number in (3, 4)]
    values = [future.result(timeout=5) for future in futures]
    print("two at one time:", values)
    assert values == [9, 16]

    bad = call_in_thread(fail, "twelve")
    try:
        bad.result(timeout=0.05)
    except TimeoutError:
        print("not yet:         TimeoutError")
    assert not bad.done() and not bad.cancel()
    may_fail.set()
    error = bad.exception(timeout=10)
    place = traceback.extract_tb(error.__traceback__)[-1].name
    print(f"raised in {place}():", repr(error))
    assert isinstance(error, ValueError) and place == "fail"
