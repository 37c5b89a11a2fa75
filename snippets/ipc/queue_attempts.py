# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# limit = 30
# ///
"""No way leads a queue.Queue to another process; three other queues have some."""

import multiprocessing
import queue


def put(items=None):
    (kept if items is None else items).put("arrives")


def keep(items):
    global kept
    kept = items


def attempt(make, way):
    """Return what becomes of an item that another process puts."""
    method = way if way in ("spawn", "forkserver") else "fork"
    context = multiprocessing.get_context(method)
    items = make(context)
    initializer = [keep, [items]] if way == "initializer" else []
    job = [put] if way == "initializer" else [put, [items]]
    try:
        if way in ("job", "initializer"):
            with context.Pool(1, *initializer) as pool:
                pool.apply(*job)
                pool.close()
                pool.join()
        else:
            child = context.Process(target=put, args=[items])
            child.start()
            child.join()
            assert child.exitcode == 0
    except (TypeError, RuntimeError) as error:
        return type(error).__name__
    return "lost" if items.empty() else items.get()


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        kinds = {
            "queue.Queue": lambda context: queue.Queue(),
            "SimpleQueue": lambda context: context.SimpleQueue(),
            "context.Queue": lambda context: context.Queue(),
            "manager's": lambda context: manager.Queue(),
        }
        ways = ("fork", "spawn", "forkserver", "job", "initializer")
        print(" " * 14, *(f"{way:12}" for way in ways))
        rows = []
        for name, make in kinds.items():
            rows.append([attempt(make, way) for way in ways])
            print(f"{name:14}", *(f"{answer:12}" for answer in rows[-1]))

    assert rows[0] == ["lost", "TypeError", "TypeError", "TypeError", "lost"]
    for row in rows[1:3]:
        assert row == [*["arrives"] * 3, "RuntimeError", "arrives"]
    assert rows[3] == ["arrives"] * 5
