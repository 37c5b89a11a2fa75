# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.proof]
# expect = "hang"
# limit = 2
# wrong = "deadlocks"
# ///
"""Functions of others, called with a lock held, may wait for whoever needs the lock."""

import threading

lock = threading.RLock()
listeners = []
heard = []


def subscribe(listener):
    with lock:
        listeners.append(listener)


def publish(news):
    with lock:
        to_call = listeners.copy()
        call_all(to_call, news)  # wrong: the lock is still held


def call_all(functions, news):
    for function in functions:
        function(news)


def on_news(news):
    """Somebody else's function: it has a helper subscribe, and waits for it."""
    helper = threading.Thread(target=subscribe, args=(heard.append,), name="helper")
    helper.start()
    helper.join()
    heard.append(news)


if __name__ == "__main__":
    subscribe(on_news)
    publish("it rains")
    print("heard:", *heard)
    assert heard == ["it rains"]
