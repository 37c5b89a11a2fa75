# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""What processes share cannot be pickled as a value: it has to be inherited."""

import multiprocessing
import pickle
import traceback


def main() -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        shared = [
            context.Lock(),
            context.Queue(),
            context.Value("i"),
            context.Process().authkey,
            pool,
        ]
        lines = [said(one) for one in shared]
        print(*lines, sep="\n")
        assert len(set(lines)) == len(shared)
        try:
            pool.apply(open, (__file__,))
        except multiprocessing.pool.MaybeEncodingError as error:
            print("".join(traceback.format_exception_only(error)).strip())
        else:
            raise AssertionError("an open file came back")


def said(one: object) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"{pickle.dumps(one)} is a pickle"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
