# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A pool takes tasks until it is closed, and is joined only then."""

import multiprocessing
import time
import traceback


def main() -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        lines = [
            said(pool.join),
            said(pool.apply_async(time.sleep, [60]).successful),
            said(pool.apply_async(print).get, 0.01),
            said(pool.imap, print, [1], 0),
        ]
    lines += [
        said(pool.apply, print),
        said(context.Pool, 0),
        said(context.Pool, 1, "initializer"),
        said(context.Pool, maxtasksperchild=0),
    ]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, *args, **named) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args, **named)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
