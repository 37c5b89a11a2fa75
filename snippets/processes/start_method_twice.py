"""set_start_method() can be called once; contexts let a program use every method."""

import multiprocessing


def report(expected):
    print(f"hello from a child started with {multiprocessing.get_start_method()}")
    assert multiprocessing.get_start_method() == expected


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(f"second call: RuntimeError: {error}")
    else:
        raise AssertionError("the second call was accepted")

    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        child = context.Process(target=report, args=(method,))
        child.start()
        child.join()
        assert child.exitcode == 0
