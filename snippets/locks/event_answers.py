"""Event.wait gives False at its timeout, and True from set() on until clear()."""

import threading
import time

ready = threading.Event()
answers = []


def wait_twice():
    answers.append(ready.wait(timeout=0.1))
    gave_up.set()
    answers.append(ready.wait())


if __name__ == "__main__":
    gave_up = threading.Event()
    waiter = threading.Thread(target=wait_twice, name="waiter")
    waiter.start()
    gave_up.wait()
    time.sleep(0.1)  # long enough to be seen in the picture
    ready.set()
    waiter.join()
    print("a wait that nobody answered, a wait that set() answered:", answers)
    assert answers == [False, True]

    latecomer = [ready.wait(), ready.wait()]
    print("two waits that begin after set():", latecomer)
    assert latecomer == [True, True]
    ready.clear()
    cleared = ready.wait(timeout=0.1)
    print("a wait after clear():", cleared)
    assert cleared is False and not ready.is_set()
