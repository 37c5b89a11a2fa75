"""map passes each item as one argument; starmap unpacks each item."""

import multiprocessing
from functools import partial


def text(word, mark="."):
    return word + mark


def nothing():
    return "no argument"


if __name__ == "__main__":
    pairs = [("yes", "!"), ("no", "?")]
    with multiprocessing.Pool(2) as pool:
        plain = pool.map(text, ["yes", "no"])
        print("map:            ", plain)
        assert plain == ["yes.", "no."]
        starred = pool.starmap(text, pairs)
        print("starmap:        ", starred)
        assert starred == ["yes!", "no?"]
        bound = pool.map(partial(text, mark="…"), ["yes", "no"])
        print("map and partial:", bound)
        assert bound == ["yes…", "no…"]

        for function, items in ((text, pairs), (nothing, ["yes"])):
            try:
                pool.map_async(function, items).get()
            except TypeError as error:
                print("TypeError:", error)
            else:
                raise AssertionError("the items were unpacked")
        assert pool.apply(nothing) == "no argument"
