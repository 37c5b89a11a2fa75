# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A pickle that is cut off, foreign or of names that are missing here is not read."""

import pickle
import traceback

WHOLE = pickle.dumps(list(range(100)))


class TwoWords(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def main() -> None:
    given = [
        WHOLE[:-9],
        b"",
        b"{'a': 1}",
        b"\x80\x09.",
        pickle.dumps(said).replace(b"said", b"sung"),
        pickle.dumps(said).replace(b"__main__", b"nowhere_"),
        pickle.dumps(TwoWords("broken", "pipe")),
    ]
    lines = [said(one) for one in given]
    print(*lines, sep="\n")
    assert len(set(lines)) == len(given)


def said(data: bytes) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"{pickle.loads(data)} was read"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
