# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""A manager's dict and Value lose updates, and its Value has no lock and no type."""

import multiprocessing

ROUNDS, STEPS = 3, 100


def add(totals, value, both_have_read):
    """Add 1 so many times; += reads and then writes, as the first step does here."""
    seen, also_seen = totals["all"], value.value
    both_have_read.wait()
    totals["all"], value.value = seen + 1, also_seen + 1
    for _ in range(STEPS - 1):
        totals["all"] += 1
        value.value += 1


def both_add(manager):
    """Let two processes add; return what becomes of the two numbers."""
    totals, value = manager.dict(all=0), manager.Value("any text", 0)
    arguments = [totals, value, multiprocessing.Barrier(2)]
    adders = [multiprocessing.Process(target=add, args=arguments) for _ in range(2)]
    for adder in adders:
        adder.start()
    for adder in adders:
        adder.join()
    return totals["all"], value.value


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        rounds = [both_add(manager) for _ in range(ROUNDS)]
        of_dict, of_value = zip(*rounds, strict=True)
        print("should be:     ", *[2 * STEPS] * ROUNDS)
        print("manager's dict:", *of_dict)
        print("manager.Value: ", *of_value)
        assert max(of_dict) < 2 * STEPS
        assert max(of_value) < 2 * STEPS

        value = manager.Value("any text", "not a number")  # the type code means nothing
        assert value.value == "not a number"
        assert not hasattr(value, "get_lock")
        try:
            multiprocessing.Value("any text", 0)
        except TypeError as error:
            print("multiprocessing.Value:", error)
        else:
            raise AssertionError("any text is a type code")
