"""With a lock around each print, every line stays in one piece."""

import io
import sys
import threading

sys.tracebacklimit = 0  # the last line of the traceback is enough
lock = threading.Lock()
page = io.StringIO()
half_a_line = threading.Event()
other_line = threading.Event()


class Slow:
    def __str__(self):
        half_a_line.set()  # print has written the word before
        other_line.wait(0.3 if lock.locked() else None)  # it comes now, if it can
        return "milk"


def print_line(*words):
    with lock:  # right: the other waits for the end of the line
        print(*words, file=page)


if __name__ == "__main__":
    thread = threading.Thread(target=print_line, args=["tea and", Slow()], name="slow")
    thread.start()
    half_a_line.wait()
    print_line("bread and butter")
    other_line.set()
    thread.join()

    print(page.getvalue(), end="")
    lines = page.getvalue().splitlines()
    assert lines == ["tea and milk", "bread and butter"], "a line within a line"
