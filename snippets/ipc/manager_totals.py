# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""A manager's dict and Value lose updates, and its Value has no lock and no type."""

import multiprocessing

STEPS = 200


def add(totals, value, both_have_read):
    """Add 1 so many times; += reads and then writes, as the first step does here."""
    seen, also_seen = totals["all"], value.value
    both_have_read.wait()
    totals["all"], value.value = seen + 1, also_seen + 1
    for _ in range(STEPS - 1):
        totals["all"] += 1
        value.value += 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        totals, value = manager.dict(all=0), manager.Value("any text", 0)
        barrier, expected = multiprocessing.Barrier(2), 2 * STEPS
        adders = [
            multiprocessing.Process(target=add, args=[totals, value, barrier])
            for _ in range(2)
        ]
        for adder in adders:
            adder.start()
        for adder in adders:
            adder.join()

        print("should be:     ", expected)
        print("manager's dict:", totals["all"])
        print("manager.Value: ", value.value)
        assert totals["all"] < expected
        assert value.value < expected

        value.value = "not a number"  # the type code means nothing
        assert value.value == "not a number"
        assert not hasattr(value, "get_lock")
        try:
            multiprocessing.Value("any text", 0)
        except TypeError as error:
            print("multiprocessing.Value:", error)
        else:
            raise AssertionError("any text is a type code")
