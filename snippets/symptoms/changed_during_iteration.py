# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""Iteration over what another thread changes ends with a RuntimeError."""

import threading
import traceback
from collections import OrderedDict, deque


def change(what) -> None:
    if isinstance(what, dict):
        what["new"] = None
    else:
        getattr(what, "append", getattr(what, "add", None))(0)


def main() -> None:
    for kind in (dict, set, deque, OrderedDict):
        print(text := said(kind))
        assert text.startswith("RuntimeError")
    print(said(list))
    print(twice())


def said(kind: type) -> str:
    """Return the last line of the traceback that people paste."""
    what = kind.fromkeys("ab") if issubclass(kind, dict) else kind("ab")
    try:
        for number, _ in enumerate(what):
            if number == 0:
                other = threading.Thread(target=change, args=[what])
                other.start()
                other.join()
        return f"{kind.__name__} says nothing"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


def twice() -> str:
    """Return what a generator says to a second thread while it runs for a first."""
    texts: list[str] = []

    def numbers():
        other = threading.Thread(target=take)
        other.start()
        other.join()
        yield 1

    def take() -> None:
        try:
            next(one)
        except ValueError as error:
            texts.append("".join(traceback.format_exception_only(error)).strip())

    one = numbers()
    assert list(one) == [1]
    return texts[0]


if __name__ == "__main__":
    main()
