"""A global changed in a child is unchanged in its parent and in its siblings."""

import multiprocessing

balance = 10


def deposit(amount, answers):
    global balance
    balance += amount
    print(f"a child added {amount} and sees {balance}")
    answers.put(balance)


if __name__ == "__main__":
    answers = multiprocessing.SimpleQueue()
    for amount in (5, 10):
        child = multiprocessing.Process(target=deposit, args=(amount, answers))
        child.start()
        child.join()
    print(f"main still sees {balance}")
    assert [answers.get(), answers.get()] == [15, 20]
    assert balance == 10
