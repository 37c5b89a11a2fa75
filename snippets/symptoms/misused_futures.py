# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""A future has one result, once; who asks too early or after cancelling gets a word."""

import traceback
from concurrent import futures


def main() -> None:
    done, cancelled, waiting = (futures.Future() for _ in range(3))
    done.set_result(1)
    cancelled.cancel()
    both = [futures.Future(), futures.Future()]
    calls = [
        (done.set_result, 2),
        (cancelled.result,),
        (cancelled.set_result, 1),
        (waiting.result, 0.01),
        (lambda: list(futures.as_completed(both, 0.01)),),
        (futures.wait, both, 0.01, "SOMETIMES"),
    ]
    lines = [said(*one) for one in calls]
    print(*lines, sep="\n")
    assert not any("it returned" in line for line in lines)


def said(call, *args) -> str:
    """Return the last line of the traceback that people paste."""
    try:
        return f"it returned {call(*args)}"
    except Exception as error:
        return "".join(traceback.format_exception_only(error)).strip()


if __name__ == "__main__":
    main()
