"""A Value holds a number of C: an integer wraps around, a type and length are fixed."""

import multiprocessing


def error_of(action):
    try:
        action()
    except (TypeError, IndexError, ValueError) as error:
        return type(error).__name__
    raise AssertionError("no error")


if __name__ == "__main__":
    byte = multiprocessing.Value("b", 127)
    byte.value += 1
    print("signed char, 127 + 1:   ", byte.value)
    assert byte.value == -128

    number = multiprocessing.Value("i", 2**31 - 1)
    number.value += 1
    print("int, 2147483647 + 1:   ", number.value)
    assert number.value == -(2**31)
    assert multiprocessing.Value("q", 2**63 - 1).value == 2**63 - 1

    single = multiprocessing.Value("f", 1e40)
    assert single.value == float("inf")  # it does not wrap around
    single = multiprocessing.Value("f", 0.1)
    print("float, 0.1:             ", single.value)
    assert single.value != 0.1
    assert multiprocessing.Value("d", 0.1).value == 0.1

    fraction = error_of(lambda: setattr(number, "value", 1.5))
    print("1.5 into an int:        ", fraction)
    assert fraction == "TypeError"

    array = multiprocessing.Array("i", 3)
    print("Array of 3, never set:  ", array[:])
    assert array[:] == [0, 0, 0]
    fourth = error_of(lambda: array.__setitem__(3, 1))
    print("its fourth item:        ", fourth)
    assert fourth == "IndexError"
    longer = error_of(lambda: array.__setitem__(slice(0, 3), [1, 2, 3, 4]))
    print("four items into three:  ", longer)
    assert longer == "ValueError"
