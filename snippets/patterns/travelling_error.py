"""An error that travels on as an item costs one item, and the last stage sees it."""

import queue
import threading


def stage(work, source, target):
    while (item := source.get()) is not None:
        if not isinstance(item, Exception):
            try:
                item = work(item)
            except Exception as error:
                error.add_note(f"in stage {threading.current_thread().name}")
                item = error
        target.put(item)  # a result, or the error instead of it
    target.put(None)


def double(number):
    doubled.append(number)
    return 2 * number


doubled = []
texts, numbers, results = queue.Queue(), queue.Queue(), queue.Queue()
stages = [
    threading.Thread(target=stage, args=[int, texts, numbers], name="parse"),
    threading.Thread(target=stage, args=[double, numbers, results], name="double"),
]
for thread in stages:
    thread.start()
for text in ("1", "two", "3", None):
    texts.put(text)

outcome = list(iter(results.get, None))
for thread in stages:
    thread.join()
for item in outcome:
    if isinstance(item, Exception):
        print(f"{type(item).__name__} {item.__notes__[0]}: {item}")
    else:
        print(item)
assert outcome[0::2] == [2, 6]
assert type(outcome[1]) is ValueError
assert outcome[1].__notes__ == ["in stage parse"]
assert doubled == [1, 3]
