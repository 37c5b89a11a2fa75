"""wait_for goes on waiting until its predicate is true or its time is up."""

import threading
import time

condition = threading.Condition()
parcels = []
looks = []
answers = []


def look():
    looks.append(len(parcels))
    return parcels.copy()


def customer():
    with condition:
        answers.append(condition.wait_for(look, timeout=0.1))
        answers.append(condition.wait_for(look))


if __name__ == "__main__":
    thread = threading.Thread(target=customer, name="customer")
    thread.start()
    while not answers:
        time.sleep(0.01)
    with condition:
        parcels.append("umbrella")
        condition.notify()
        parcels.clear()  # gone before the customer has the lock
        seen = len(looks)
    while len(looks) == seen:  # the customer wakes for nothing
        time.sleep(0.01)
    with condition:
        parcels.append("book")
        condition.notify()
    thread.join()

    print("parcels that were there each time it looked:", looks)
    print("wait_for returned", " and then ".join(map(str, answers)))
    assert answers == [[], ["book"]]
    assert set(looks[:-1]) == {0}
    assert len(looks) >= 4
