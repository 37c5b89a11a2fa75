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
        while not self.asked.empty():  # only main takes from it
            future, function, args = self.asked.get()
            try:
                future.set_result(function(*args))  # the point
            except BaseException as error:
                future.set_exception(error)
                if not isinstance(error, Exception):
                    raise  # Ctrl-C is main's own, too


def show(name, text):
    assert threading.current_thread() is threading.main_thread()
    window[name] = text if text else 1 / 0
    return len(window)


def work(name, text):
    try:
        answers[name] = runner.call(show, name, text)
    except ZeroDivisionError as error:
        answers[name] = repr(error)


if __name__ == "__main__":
    runner, answers, window = MainRunner(), {}, {}
    texts = {"title": "Shop", "price": "3", "error": ""}
    for pair in texts.items():
        threading.Thread(target=work, args=pair, daemon=True).start()
    for _ in range(500):  # stands for the loop of the GUI
        runner.run_asked()
        if len(answers) == 3:
            break
        time.sleep(0.01)
    print("shown by main:", dict(sorted(window.items())))
    print("the threads got:", dict(sorted(answers.items())))
    assert window == {"title": "Shop", "price": "3"}
    assert sorted(map(str, answers.values()))[:2] == ["1", "2"]
    assert answers["error"].startswith("ZeroDivisionError")
