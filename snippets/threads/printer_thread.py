"""When only one thread prints, lines stay whole, and each worker's in their order."""

import io
import queue
import threading

LINES = 100
lines = queue.Queue()
page = io.StringIO()
printed_by = set()


def print_lines():
    """The only thread that prints."""
    while (words := lines.get()) is not None:
        print(*words, file=page)
        printed_by.add(threading.current_thread().name)


def work(name):
    for number in range(LINES):
        lines.put((name, "line", number))


if __name__ == "__main__":
    printer = threading.Thread(target=print_lines, name="printer")
    workers = [threading.Thread(target=work, args=[name]) for name in ("tea", "milk")]
    for thread in [printer, *workers]:
        thread.start()
    for worker in workers:
        worker.join()
    lines.put(None)  # the stop mark, behind the last line
    printer.join()

    printed = page.getvalue().splitlines()
    for name in "tea", "milk":
        own = [line for line in printed if line.startswith(f"{name} ")]
        print(f"{name:4}: {len(own)} whole lines, from {own[0]!r} to {own[-1]!r}")
        assert own == [f"{name} line {number}" for number in range(LINES)]
    assert len(printed) == 2 * LINES
    assert printed_by == {"printer"}
