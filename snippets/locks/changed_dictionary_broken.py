# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# wrong = "raises"
# expect = 1
# stderr = "RuntimeError: dictionary changed size during iteration"
# ///
"""A loop over a dictionary raises RuntimeError if a thread adds a key meanwhile."""

import threading

started = {"job 1": 0.5, "job 2": 0.7}
looking, added = threading.Event(), threading.Event()


def add():
    looking.wait()
    started["job 3"] = 0.9
    added.set()


if __name__ == "__main__":
    thread = threading.Thread(target=add)
    thread.start()
    for name in started:  # wrong: the other thread changes what is gone through
        print("looking at", name)
        looking.set()
        added.wait()
    thread.join()
    assert "job 3" in started
