# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""A manager's dict and Value lose an update between a read and its write."""

import multiprocessing


def add(amount, totals, value, both_have_read):
    """Do what += does: read, and then write; here with the other's read in between."""
    seen, also_seen = totals["all"], value.value
    both_have_read.wait()
    totals["all"], value.value = seen + amount, also_seen + amount


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        totals, value = manager.dict(all=0), manager.Value("any text", 0)
        both = multiprocessing.Barrier(2)
        adders = [
            multiprocessing.Process(target=add, args=[amount, totals, value, both])
            for amount in (5, 10)
        ]
        for adder in adders:
            adder.start()
        for adder in adders:
            adder.join()
        print("should be:      15")
        print("manager's dict:", totals["all"])
        print("manager.Value: ", value.value)
        assert totals["all"] in (5, 10) and value.value in (5, 10)

        value = manager.Value("any text", "not a number")  # the type code means nothing
        assert value.value == "not a number"
        assert not hasattr(value, "get_lock")
        try:
            multiprocessing.Value("any text", 0)
        except TypeError as error:
            print("multiprocessing.Value:", error)
        else:
            raise AssertionError("any text is a type code")
