"""sqlite3 refuses another thread's connection; a threading.local gives each its own."""

import contextlib
import sqlite3
import tempfile
import threading

local = threading.local()
opened_by = []
all_have_one = threading.Barrier(3)


def connection():
    """Return this thread's connection, opened at its first call."""
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect("shop.db")
        opened_by.append(threading.current_thread().name)
    return local.connection


def count_twice(answers):
    for _ in range(2):
        answers.append(connection().execute("select count(*) from item").fetchone()[0])
    all_have_one.wait()
    connection().close()


def borrow(other, errors):
    try:
        other.execute("select count(*) from item")
    except sqlite3.ProgrammingError as error:
        errors.append(str(error).partition(".")[0])


def run(target, *args, names):
    threads = [threading.Thread(target=target, args=args, name=name) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        with connection() as own:
            own.execute("create table item (name)")
            own.execute("insert into item values ('tea')")
        answers, errors = [], []
        run(borrow, own, errors, names=["borrower"])
        print("with main's connection:")
        print("   ", errors[0])
        run(count_twice, answers, names=["one", "two", "three"])
        print("with its own:", answers)
        print("opened by", sorted(opened_by))
        own.close()
    assert "created in a thread" in errors[0]
    assert answers == [1] * 6
    assert sorted(opened_by) == sorted(
        [threading.current_thread().name, "one", "two", "three"]
    )
