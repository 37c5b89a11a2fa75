"""What arrives is a copy: one object sent twice is two, in one message one."""

import multiprocessing
import signal

MISSING = object()  # a mark, to be compared with `is`


def echo(connection):
    """Send back each message, and say first whether it is this process's MISSING."""
    for message in iter(connection.recv, None):
        connection.send(message is MISSING)
        connection.send(message)


def there_and_back(message):
    """Return what the child says and what comes back."""
    here.send(message)
    return here.recv(), here.recv()


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=echo, args=[there])
    child.start()

    row = ["a"]
    _, (one, two) = there_and_back([row, row])
    print("a list twice in one message: still one list?", one is two)
    assert one is two and one == row and one is not row

    (_, one), (_, two) = there_and_back(row), there_and_back(row)
    print("the same list in two messages: one list?", one is two)
    assert one is not two

    recognised, returned = there_and_back(MISSING)
    print("the mark, seen by the child: is it MISSING?", recognised)
    assert not recognised and returned is not MISSING

    for name, mark in (
        ("None", None),
        ("a class", dict),
        ("an enum member", signal.SIGTERM),
    ):
        same = there_and_back([mark])[1][0] is mark
        print(f"{name}, there and back: the same object?", same)
        assert same
    here.send(None)
    child.join()
