"""A Process, even one without a target, is joined after start() and started once."""

import multiprocessing


def refused(action):
    try:
        action()
    except AssertionError as error:
        print(f"{action.__name__}() refused: {error}")
        return True
    return False


if __name__ == "__main__":
    child = multiprocessing.Process()
    assert refused(child.join)

    child.start()
    assert refused(child.start)

    child.join()
    print(f"the process without a target ended with exit code {child.exitcode}")
    assert child.exitcode == 0
    assert refused(child.start)
