# /// script
# [tool.proof]
# kind = "symptom"
# ///
"""Every lock says who may release it, and how often."""

import multiprocessing
import threading
import traceback


def main() -> None:
    context = multiprocessing.get_context("spawn")
    barrier = threading.Barrier(2)
    barrier.abort()
    calls = [
        (threading.Lock().release,),
        (threading.RLock().release,),
        (threading.Condition().notify,),
        (threading.Condition().wait,),
        (threading.BoundedSemaphore().release,),
        (threading.Semaphore, -1),
        (threading.Lock().acquire, False, 1),
        (threading.Lock().acquire, True, -2),
        (threading.Lock().acquire, True, 1e12),
        (barrier.wait,),
        (context.Lock().release,),
        (context.RLock().release,),
        (context.BoundedSemaphore().release,),
        (context.Condition().notify,),
        (context.Condition().wait,),
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
