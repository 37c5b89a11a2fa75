"""A Value goes to a process as it starts, and neither through a pipe nor to a task."""

import multiprocessing


def keep(shared):
    global value
    value = shared


def add(amount):
    with value.get_lock():
        value.value += amount


def add_to(shared, amount):
    shared.value += amount


def error_of(action, *arguments):
    try:
        action(*arguments)
    except RuntimeError as error:
        return str(error)
    raise AssertionError("it was accepted")


if __name__ == "__main__":
    value = multiprocessing.Value("i", 0)
    raw = multiprocessing.RawValue("i", 0)
    here, there = multiprocessing.Pipe()
    with multiprocessing.Pool(2, keep, [value]) as pool:
        refusals = {
            "through a pipe": error_of(here.send, value),
            "a task's argument": error_of(pool.apply, add_to, [value, 1]),
            "RawValue, pipe": error_of(here.send, raw),
        }
        for way, refusal in refusals.items():
            print(f"{way}: RuntimeError:\n{refusal}")
        assert value.value == 0

        pool.map(add, [1, 2, 3])
    print("by the initializer:   ", value.value)
    assert value.value == 6

    child = multiprocessing.Process(target=add_to, args=[value, 4])
    child.start()
    child.join()
    print("a process's argument: ", value.value)
    assert value.value == 10
