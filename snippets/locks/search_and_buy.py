# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "plain"
# ///
"""Two processes search side by side and buy one at a time: one gets the only ticket."""

import multiprocessing


def search(name, tickets):
    print(name, "searches and sees", tickets.value)


def buy(name, tickets, lock):
    with lock:
        if tickets.value > 0:
            tickets.value -= 1
            print(name, "buys")
        else:
            print(name, "is too late")


def task(name, tickets, lock):
    search(name, tickets)
    buy(name, tickets, lock)


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    tickets = multiprocessing.Value("i", 1)
    people = [
        multiprocessing.Process(target=task, args=(name, tickets, lock))
        for name in ("Ann", "Bob")
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    print("tickets left:", tickets.value)
    assert tickets.value == 0
