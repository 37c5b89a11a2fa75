"""join(timeout) returns None either way; is_alive() and exitcode tell what happened."""

import multiprocessing


def work(may_end):
    may_end.wait()


def describe(child):
    print(f"  is_alive() {child.is_alive()!s:<6} exitcode {child.exitcode}")


if __name__ == "__main__":
    may_end = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(may_end,))
    print("before start():")
    describe(child)
    assert not child.is_alive() and child.exitcode is None

    child.start()
    result = child.join(timeout=0.1)
    print("join(timeout=0.1) returned", result)
    describe(child)
    assert result is None
    assert child.is_alive() and child.exitcode is None

    may_end.set()
    result = child.join(timeout=10)
    print("join(timeout=10) returned", result)
    describe(child)
    assert result is None
    assert not child.is_alive() and child.exitcode == 0
