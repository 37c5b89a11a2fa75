# /// script
# [tool.proof]
# kind = "recipe"
# ///
"""What a thread hands over, main runs, and the thread gets result or exception back."""

import queue
import threading
import time
from concurrent.futures import Future


class MainRunner:
    """Lets other threads have functions called in main, as a GUI wants it."""

    def __init__(self):
        self.asked = queue.SimpleQueue()

    def call(self, function, *args):
        """Wait until main has called function(*args), and return its result."""
        future = Future()
        self.asked.put((future, function, args))
        return future.result()

    def run_asked(self):
        """In main, again and again: call what has been asked for, and return."""
        for _ in range(self.asked.qsize()):  # not what is asked for meanwhile
            future, function, args = self.asked.get()
            try:
                future.set_result(function(*args))  # the point
            except BaseException as error:
                future.set_exception(error)
                if not isinstance(error, Exception):
                    raise  # Ctrl-C is main's own, too


def show(name, price):
    assert threading.current_thread() is threading.main_thread()
    if name == "tea":
        ask("milk", "none")  # another thread asks meanwhile
    return window.setdefault(name, int(price))


def ask(*pair):
    def work():
        try:
            answers.put(runner.call(show, *pair))
        except ValueError as error:
            answers.put(type(error).__name__)

    threading.Thread(target=work, daemon=True).start()
    while runner.asked.empty():
        time.sleep(0.001)


if __name__ == "__main__":
    runner, answers, window = MainRunner(), queue.Queue(), {}
    ask("tea", "3")
    runner.run_asked()  # it returns, whoever asks meanwhile: the GUI gets its turn
    assert window == {"tea": 3} and not runner.asked.empty()
    runner.run_asked()
    got = sorted((answers.get(timeout=5) for _ in range(2)), key=str)
    print("main has shown:", window, "- the threads got:", *got)
    assert got == [3, "ValueError"]
