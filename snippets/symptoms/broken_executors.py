# /// script
# [tool.proof]
# kind = "symptom"
# stderr = "RuntimeError: no initializer today"
# ///
"""An executor that has lost a worker or was shut down refuses every further job."""

import multiprocessing
import os
import traceback
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def fail() -> None:
    raise RuntimeError("no initializer today")


def main() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as broken:
        lines = [said(broken.submit(os._exit, 1).result)]
        lines += [said(broken.submit, print)]
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=fail) as unready:
        lines += [said(unready.submit(print).result)]
    with ThreadPoolExecutor(1, initializer=fail) as threads:
        lines += [said(threads.submit(print).result), said(threads.submit, print)]
    with ProcessPoolExecutor(1, mp_context=spawn) as ended:
        pass
    lines += [
        said(ended.submit, print),
        said(ThreadPoolExecutor, 0),
        said(ThreadPoolExecutor, initializer=1),
        said(
            ProcessPoolExecutor,
            mp_context=multiprocessing.get_context("fork"),
            max_tasks_per_child=1,
        ),
        said(ProcessPoolExecutor, max_tasks_per_child=0, mp_context=spawn),
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
