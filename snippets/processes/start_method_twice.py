"""set_start_method() sets once, or again by force; contexts give every method."""

import multiprocessing


def report(expected):
    print(f"hello from a child started with {multiprocessing.get_start_method()}")
    assert multiprocessing.get_start_method() == expected


if __name__ == "__main__":
    methods = multiprocessing.get_all_start_methods()
    assert multiprocessing.get_start_method(allow_none=True) is None
    multiprocessing.Lock()  # as an import may do: it takes the default for all
    default = multiprocessing.get_start_method(allow_none=True)
    print("after Lock():", default)
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(f"too late: RuntimeError: {error}")
        assert multiprocessing.get_start_method() == default
    else:
        raise AssertionError("the second call was accepted")
    multiprocessing.set_start_method("spawn", force=True)
    print("by force:", multiprocessing.get_start_method())
    assert multiprocessing.get_start_method() == "spawn"

    for method in methods:
        context = multiprocessing.get_context(method)
        child = context.Process(target=report, args=(method,))
        child.start()
        child.join()
        assert child.exitcode == 0
