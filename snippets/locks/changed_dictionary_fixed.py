# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# kind = "symptom"
# ///
"""A loop over a copy goes on while another thread adds a key to the dictionary."""

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
    for name in started.copy():  # right: the copy is this thread's own
        print("looking at", name)
        looking.set()
        added.wait()
    thread.join()
    assert "job 3" in started
