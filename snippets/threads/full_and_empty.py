"""Where they cannot succeed, put and get raise, after the timeout or at once."""

import queue
import time

TIMEOUT = 0.1


def waited(call, error):
    """Return for how many seconds the call waited before it raised this error."""
    begun = time.monotonic()
    try:
        call()
    except error:
        return time.monotonic() - begun
    raise AssertionError("it was not refused")


if __name__ == "__main__":
    full, empty = queue.Queue(maxsize=1), queue.Queue()
    full.put("the only one")

    calls = {
        "full.put('x', timeout=0.1)": (lambda: full.put("x", timeout=0.1), queue.Full),
        "empty.get(timeout=0.1)": (lambda: empty.get(timeout=0.1), queue.Empty),
        "full.put_nowait('x')": (lambda: full.put_nowait("x"), queue.Full),
        "empty.get_nowait()": (lambda: empty.get_nowait(), queue.Empty),
        "full.put('x', False, 60)": (lambda: full.put("x", False, 60), queue.Full),
        "empty.get(False, 60)": (lambda: empty.get(False, 60), queue.Empty),
    }
    rounds = [{text: waited(*calls[text]) for text in calls} for _ in range(3)]
    for text, (_, error) in calls.items():
        least = min(one[text] for one in rounds)
        print(f"{text:27} {error.__name__:5} after {least:.3f} s")
        if "timeout" in text:
            assert least >= TIMEOUT
        else:
            assert least < TIMEOUT / 10  # block=False: the timeout does not count
    assert full.get() == "the only one"
